/** Puts the cursor at the beginning of a line, counted from 1, and brings it into view. */
export function goToLine(field: HTMLTextAreaElement, line: number) {
  const lines = field.value.split("\n");
  const place = lines.slice(0, line - 1).reduce((length, { length: one }) => length + one + 1, 0);
  const start = Math.min(place, field.value.length);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const share = field.value.length === 0 ? 0 : start / field.value.length;
  field.scrollTop = share * field.scrollHeight - field.clientHeight / 3;
}
