/** Hands a file to the person: the browser saves it, or asks where. */
export function downloadFile(document: Document, file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by the time the click returns; some read it in the next task.
  link.ownerDocument.defaultView?.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
