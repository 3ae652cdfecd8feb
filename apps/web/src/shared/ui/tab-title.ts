let title = document.title;
let waiting = 0;

const write = (): void => {
  document.title = waiting > 0 ? `(${String(waiting)}) ${title}` : title;
};

/** What the page is called. */
export function setTabTitle(text: string): void {
  title = text;
  write();
}

/** How many things wait for the reader; the count stands before the title. */
export function setTabCount(count: number): void {
  waiting = count;
  write();
}
