const pauseMs = 2000
const firstRetryMs = 5000
const longestRetryMs = 60_000

/**
 * Sends what is typed into a form to its `data-autosave` address, as the form would be sent, shortly after the last change, and
 * says under it whether that succeeded. Retries a failure, unless the server refuses it.
 */
export function saveWhileTyping(form: HTMLFormElement) {
  const address = form.dataset.autosave
  const line = form.querySelector<HTMLElement>('[data-saved]')
  if (address === undefined || !line) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryMs = firstRetryMs
  let isChanged = false
  let isSaving = false
  let isSent = false

  const say = (text = '') => {
    if (line.textContent !== text) line.textContent = text
  }
  const later = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(save, ms)
  }

  async function save() {
    if (!isChanged || isSaving || isSent || address === undefined) return
    isChanged = false
    isSaving = true
    const outcome = await send(address, valuesOf(form))
    isSaving = false
    if (isSent) return
    if (outcome === 'saved') {
      retryMs = firstRetryMs
      say(line?.dataset.saved?.replace('#', clock()))
      if (isChanged) later(pauseMs)
    } else if (outcome === 'refused') say(line?.dataset.refused)
    else {
      isChanged = true
      say(line?.dataset.unsaved)
      later(retryMs)
      retryMs = Math.min(longestRetryMs, retryMs * 2)
    }
  }

  const change = () => {
    isChanged = true
    later(pauseMs)
  }
  // Text that was typed before this script had loaded, or that the browser kept, counts too.
  if ([...form.elements].some(isTyped)) change()
  form.addEventListener('input', change)
  form.addEventListener('change', change)
  form.addEventListener('submit', (event) => {
    // A form that was sent is no longer a draft: one that arrives later would bring it back.
    isSent = !event.defaultPrevented
    clearTimeout(timer)
  })
  window.addEventListener('online', () => later(0))
  window.addEventListener('pagehide', () => {
    if (!isChanged || isSent) return
    const values = valuesOf(form)
    values.set('autosave', '1')
    if (navigator.sendBeacon(address, values)) isChanged = false
  })
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) isSent = false
  })
}

function isTyped(control: Element): boolean {
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false
  return control.value !== control.defaultValue || control.checked !== control.defaultChecked
}

type Outcome = 'saved' | 'refused' | 'lost'

async function send(address: string, body: URLSearchParams): Promise<Outcome> {
  try {
    // A page to sign in is no answer to a draft: it is not followed.
    const answer = await fetch(address, {
      method: 'POST',
      body,
      headers: { 'x-autosave': '1' },
      redirect: 'manual',
    })
    if (answer.ok) return 'saved'
    const isPassing = answer.status >= 500 || answer.status === 429 || answer.status === 408
    return isPassing ? 'lost' : 'refused'
  } catch {
    return 'lost'
  }
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
