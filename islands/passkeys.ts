import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'

/**
 * Lets a passkey sign in or be added: the forms come hidden and appear where the browser knows passkeys. Each names the address
 * that asks (`data-ask`) and takes the answer as its own; `data-failed` is the message when it did not work.
 */
export function offerPasskeys(page: Document) {
  if (!browserSupportsWebAuthn()) return
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false
    const isAddition = form.dataset.passkey === 'add'
    let isGoing = false
    let isPressed = false
    const use = async (fromField: boolean) => {
      const options = await send(form.dataset.ask ?? '', {})
      const response = isAddition
        ? await startRegistration({ optionsJSON: options })
        : await startAuthentication({ optionsJSON: options, useBrowserAutofill: fromField })
      // The field and the button may both have been answered: one of them is enough, and the button has asked again.
      if (isGoing || (fromField && isPressed)) return
      isGoing = true
      const name = new FormData(form).get('name')
      const next = new FormData(form).get('next')
      const answer = await send(form.action, { response, name, next }).finally(() => {
        isGoing = false
      })
      isGoing = true
      goTo(new URL(answer.next, location.href))
    }
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      say(form, '')
      isPressed = true
      WebAuthnAbortService.cancelCeremony()
      use(false).catch((error) => say(form, isAbandoned(error) ? '' : (form.dataset.failed ?? '')))
    })
    if (!isAddition) void offerInField(use)
  }
}

// The browser offers passkeys among the addresses that it knows; until one is chosen, nothing happens.
async function offerInField(use: (fromField: boolean) => Promise<void>) {
  if (await browserSupportsWebAuthnAutofill()) await use(true).catch(() => undefined)
}

async function send(address: string, body: object) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // A person who signed in a while ago proves who they are before a passkey is added, and comes back.
  if (answer.status === 403) location.assign((await answer.json()).next)
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

// An address that differs only in its anchor would just scroll the page.
function goTo(next: URL) {
  const isThisPage = next.pathname === location.pathname && next.search === location.search
  location.assign(next)
  if (isThisPage) location.reload()
}

// A person who closes the browser's own window knows it.
function isAbandoned(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')
}

function say(form: HTMLFormElement, words: string) {
  const place = form.querySelector('[role="alert"]')
  if (place) place.textContent = words
}
