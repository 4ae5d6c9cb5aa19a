"""Forms that were begun and neither finished nor thrown away, on this computer only.

Each opening of a form has a row of its own, so that a new one never overwrites an older one that
nobody has decided about yet.
"""

from __future__ import annotations

from models.database import Store
from models.local import FormDraft
from models.rows import FormDraftRow


def save(store: Store, row: FormDraftRow) -> None:
    """Keep what stands in a form now; ``at_ms`` stays that of its beginning."""
    update = {"title": row.title, "content": row.content}
    insert = FormDraft.insert(
        id=row.id, form=row.form, title=row.title, content=row.content, at_ms=row.at_ms
    )
    store.run(insert.on_conflict(conflict_target=[FormDraft.id], update=update))


def drop(store: Store, id: str) -> None:
    """It was finished or thrown away."""
    store.run(FormDraft.delete().where(FormDraft.id == id))


def newest(store: Store, form: str) -> FormDraftRow | None:
    """The one begun last, or None."""
    columns = (FormDraft.id, FormDraft.form, FormDraft.title, FormDraft.content, FormDraft.at_ms)
    query = FormDraft.select(*columns).where(FormDraft.form == form)
    found = store.tuples(query.order_by(FormDraft.at_ms.desc(), FormDraft.id.desc()).limit(1))
    return FormDraftRow(*found[0]) if found else None
