import { Menu } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { resetColumns, toggleColumn, useTables, type TableName } from '../state/table-store.ts';

/** Which columns a table shows. The first is always there. */
export function ColumnMenu({ table, columns }: { table: TableName; columns: readonly { id: string; label: string }[] }) {
  const { hidden, widths, order } = useTables((tables) => tables[table]);
  const isChanged = order.length > 0 || Object.keys(widths).length > 0;
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <button type="button" className="drawer-tool" aria-label="Columns" title="Columns">
          <Columns3 size={14} aria-hidden /> <span className="drawer-tool-words">Columns</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ id, label }) => (
          <Menu.CheckboxItem key={id} checked={!hidden.includes(id)} onChange={() => toggleColumn(table, id)}>{label}</Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={!isChanged} onClick={() => resetColumns(table)}>Reset widths and order</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
