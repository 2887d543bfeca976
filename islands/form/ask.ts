/** Asks an address for JSON while the user types: only the last question counts; null when no answer comes. */
export function askWhileTyping<T>(pauseMs: number, show: (answer: T | null) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = new AbortController()
  const stop = () => {
    clearTimeout(timer)
    asking.abort()
  }
  return {
    stop,
    ask(address: string, atOnce = false) {
      stop()
      asking = new AbortController()
      const { signal } = asking
      timer = setTimeout(
        () => {
          fetchJson<T>(address, signal).then(
            (answer) => signal.aborted || show(answer),
            () => signal.aborted || show(null),
          )
        },
        atOnce ? 0 : pauseMs,
      )
    },
  }
}

async function fetchJson<T>(address: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, signal })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}

export function withParameter(address: string, name: string, value: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}${name}=${encodeURIComponent(value)}`
}
