"""名录和表格: registers as Excel workbooks, and back into YAML without touching what did not change.

:mod:`sheets` says which columns a register has, :mod:`cells` how a value stands in a cell and what a
cell means, :mod:`writing` makes a workbook, :mod:`reading` understands one or says where not,
:mod:`changes` compares it with what is there, :mod:`yaml_rows` and :mod:`yaml_mapping` write the difference.
"""
