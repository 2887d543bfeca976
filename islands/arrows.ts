const steps: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** In a calendar the arrows go from a link to the nearest one on that side; the tab key goes through all of them as ever. */
export function walkWithArrows(page: Document) {
  for (const calendar of page.querySelectorAll<HTMLElement>('[data-arrows]'))
    calendar.addEventListener('keydown', (event) => {
      const step = steps[event.key]
      const from = event.target
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (!(from instanceof HTMLAnchorElement)) return
      const next = nearest(from, calendar.querySelectorAll('a'), step)
      if (!next) return
      // Otherwise the page would roll as well.
      event.preventDefault()
      next.focus()
    })
}

function nearest(from: HTMLElement, links: Iterable<HTMLElement>, step: { x: number; y: number }) {
  const own = from.getBoundingClientRect()
  const ahead = [...links].flatMap((link) => {
    if (link === from || link.getClientRects().length === 0) return []
    const at = link.getBoundingClientRect()
    const along = (at.left - own.left) * step.x + (at.top - own.top) * step.y
    const aside = Math.abs((at.left - own.left) * step.y) + Math.abs((at.top - own.top) * step.x)
    // A link in the same row or column comes before all others.
    return along > 1 ? [{ link, distance: along + 8 * aside }] : []
  })
  return ahead.toSorted((a, b) => a.distance - b.distance)[0]?.link
}
