/**
 * The page numbers worth showing around the current one, `null` for a gap. First and last are always shown; a gap of one page is shown as
 * that page.
 */
export function pageWindow(current: number, last: number, around = 1): (number | null)[] {
  const wanted = new Set([1, last])
  for (let page = current - around; page <= current + around; page += 1) {
    if (page >= 1 && page <= last) wanted.add(page)
  }
  const shown: (number | null)[] = []
  for (const page of [...wanted].sort((a, b) => a - b)) {
    const previous = shown.at(-1) ?? 0
    if (page - previous === 2) shown.push(page - 1)
    else if (page - previous > 2) shown.push(null)
    shown.push(page)
  }
  return shown
}
