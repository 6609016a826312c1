"""``python -m generator`` is ``zoujin``."""

from generator.cli.main import main

main()
