"""The project's own scorer: gold passages in, what is wrong with the software's answer out.

`passages` reads and keeps the gold, `software` runs onrecord in process, `people`, `promises`, `facts`, `measures` and
`ledgers` judge one kind of passage each, `report` prints, `floors` holds what may not be lost.
"""
