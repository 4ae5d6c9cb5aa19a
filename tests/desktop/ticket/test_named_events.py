from __future__ import annotations

from models.commands import SetTicket
from tests.desktop.ticket.conftest import OpenPane


def test_history_names_categories_as_people_do(opened: OpenPane) -> None:
    opened.desk.put("category", id="lan", key="network.lan", names='{"en": "Cables"}')
    opened.show()
    opened.perform(SetTicket(id=opened.ticket_id, set={"category_id": "lan"}))
    assert opened.writer.flush()
    opened.show()
    model = opened.pane._side.history._model
    opened.until(lambda: str(model.index(0).data()).endswith("Category: VPN → Cables"))
