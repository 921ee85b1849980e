// Sorts a table by the column whose heading is pressed; numbers come from data-value.
document.querySelectorAll('table.compared').forEach(table => {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.querySelector('button')?.addEventListener('click', () => {
    const rising = head.getAttribute('aria-sort') !== 'ascending';
    heads.forEach(other => other.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
    const key = row => row.cells[column].dataset.value ?? '';
    const order = (a, b) => key(a) === '' ? 1 : key(b) === '' ? -1
        : (isNaN(key(a)) ? key(a).localeCompare(key(b)) : key(a) - key(b)) * (rising ? 1 : -1);
    table.tBodies[0].append(...[...table.tBodies[0].rows].sort(order));
  }));
});
