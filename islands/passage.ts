/**
 * Evidence marks open their passage beside the fact instead of leaving the page. Anything unusual — another tab asked
 * for, no answer, an old browser — leaves the link to do its work.
 */
export function openPassagesInPlace(page: Document) {
  if (!('popover' in HTMLElement.prototype)) return
  page.addEventListener('click', (event) => {
    const mark =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-passage]') : null
    if (!mark || event.defaultPrevented || event.button !== 0 || hasModifier(event)) return
    event.preventDefault()
    showPassage(page, mark).catch(() => {
      window.location.assign(mark.href)
    })
  })
}

async function showPassage(page: Document, mark: HTMLAnchorElement) {
  const answer = await fetch(mark.dataset.passage ?? mark.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) throw new Error(`The passage answered ${answer.status}`)
  const fragment = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const panel = createPanel(page, mark)
  panel.append(...fragment.body.childNodes)
  page.body.append(panel)
  place(panel, mark)
  panel.showPopover()
  panel.focus()
  mark.setAttribute('aria-expanded', 'true')
  panel.addEventListener('toggle', (event) => {
    if (!(event instanceof ToggleEvent) || event.newState !== 'closed') return
    const returned = panel.contains(page.activeElement) || page.activeElement === page.body
    mark.removeAttribute('aria-expanded')
    panel.remove()
    if (returned) mark.focus()
  })
}

function createPanel(page: Document, mark: HTMLAnchorElement): HTMLElement {
  const panel = page.createElement('div')
  panel.className = 'popover'
  panel.popover = 'auto'
  panel.tabIndex = -1
  panel.setAttribute('role', 'dialog')
  panel.setAttribute('aria-label', mark.textContent?.trim() ?? '')
  const close = page.createElement('button')
  close.type = 'button'
  close.className = 'popover-close'
  close.textContent = '×'
  close.setAttribute('aria-label', page.documentElement.dataset.close ?? 'Close')
  close.addEventListener('click', () => panel.hidePopover())
  panel.append(close)
  return panel
}

/** Under the mark, and within the page's width; a narrow screen's stylesheet puts it at the bottom instead. */
function place(panel: HTMLElement, mark: HTMLElement) {
  const box = mark.getBoundingClientRect()
  const width = Math.min(480, window.innerWidth - 32)
  const left = Math.max(16, Math.min(box.left - 24, window.innerWidth - width - 16))
  panel.style.setProperty('--top', `${Math.round(box.bottom + window.scrollY + 6)}px`)
  panel.style.setProperty('--left', `${Math.round(left + window.scrollX)}px`)
}

function hasModifier(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
}
