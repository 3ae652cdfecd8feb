/**
 * Whether a change of a submitted list is told to the other side: only after the day it was due (domain.md 3.4 "each change after
 * T-10 notifies"). On that day and before it the change is seen, not announced.
 */
export function changeIsTold(today: string, dueDate: string): boolean {
  return today > dueDate;
}
