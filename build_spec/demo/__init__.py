"""Parts of the demo data's maker; ``build_spec.make_demo`` puts them together."""
