const pauseMs = 1500
const lookMs = 5000

/**
 * Sends what is typed into notes and takes over what others typed, both merged by the server. Leaves a box
 * alone in which the user typed on since it was sent; what was sent is what the next lines are compared with.
 */
export function shareNotes(element: HTMLElement) {
  if (!(element instanceof HTMLFormElement)) return
  const form = element
  const line = form.querySelector<HTMLElement>('[data-saved]')
  const areas = [...form.querySelectorAll('textarea')]
  let timer: ReturnType<typeof setTimeout> | undefined
  let isSending = false
  let isLeft = false

  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(send, ms)
  }
  const say = (text = '') => {
    if (line && line.textContent !== text) line.textContent = text
  }

  async function send() {
    if (isSending || isLeft) return
    if (document.visibilityState === 'hidden' && !isChanged(areas)) return later(lookMs)
    isSending = true
    const sent = new Map(areas.map((area) => [area.name, area.value]))
    const wasChanged = isChanged(areas)
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: valuesOf(form),
        headers: { 'x-autosave': '1' },
        redirect: 'manual',
      })
      if (answer.ok) {
        const { notes }: { notes: Record<string, string> } = await answer.json()
        for (const area of areas)
          takeOver(area, sent.get(area.name) ?? '', notes[area.name.slice('text.'.length)])
        if (wasChanged) say(line?.dataset.saved?.replace('#', clock()))
      } else
        say(answer.status >= 500 || answer.status === 429 ? line?.dataset.unsaved : line?.dataset.refused)
    } catch {
      say(line?.dataset.unsaved)
    }
    isSending = false
    later(isChanged(areas) ? pauseMs : lookMs)
  }

  form.addEventListener('input', () => later(pauseMs))
  form.addEventListener('submit', () => {
    isLeft = true
    clearTimeout(timer)
  })
  window.addEventListener('online', () => later(0))
  window.addEventListener('pagehide', () => {
    if (isLeft || !isChanged(areas)) return
    const values = valuesOf(form)
    values.set('autosave', '1')
    navigator.sendBeacon(form.action, values)
  })
  later(isChanged(areas) ? pauseMs : lookMs)
}

function takeOver(area: HTMLTextAreaElement, sent: string, merged: string | undefined) {
  const base = baseOf(area)
  if (merged === undefined || !base) return
  if (area.value !== sent) {
    base.value = sent
    return
  }
  base.value = merged
  if (merged === sent) return
  const { selectionStart, selectionEnd } = area
  const moved = movedBy(sent, merged, selectionStart)
  area.value = merged
  if (document.activeElement === area) area.setSelectionRange(selectionStart + moved, selectionEnd + moved)
}

// Text inserted before the caret moves it on.
function movedBy(before: string, after: string, caret: number): number {
  const rest = before.slice(caret)
  return after.endsWith(rest) && !after.startsWith(before.slice(0, caret)) ? after.length - before.length : 0
}

function isChanged(areas: readonly HTMLTextAreaElement[]): boolean {
  return areas.some((area) => area.value !== (baseOf(area)?.value ?? ''))
}

function baseOf(area: HTMLTextAreaElement): HTMLInputElement | null {
  const base = area.form?.elements.namedItem(area.name.replace(/^text/, 'base'))
  return base instanceof HTMLInputElement ? base : null
}

function valuesOf(form: HTMLFormElement): URLSearchParams {
  const values = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') values.append(name, value)
  return values
}

function clock(): string {
  const language = document.documentElement.lang || undefined
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date())
}
