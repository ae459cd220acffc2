/** What other workbooks held when this one was calculated is kept as sheets named by their addresses. */
export function isCopy(name: string): boolean {
  return name.startsWith("'file:");
}
