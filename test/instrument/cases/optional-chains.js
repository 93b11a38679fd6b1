o?.rows;
o?.rows[0];
o.rows?.map(f);
o?.rows.map?.(f);
o?.[key]?.(x);
(o?.rows).length;
f?.(x);
delete o?.rows[0];
o
  ?.rows
  ?.map(f);
