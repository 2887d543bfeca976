import { offsetOf, placeAt, type View } from './azimuthal.ts'

/** The map's steps towards a place, and how near it comes: as on the server (`src/ui/map/point-view.ts`). */
const step = 5
const closest = 63_710

/** Lets one point at a place on a map without sending the form: a click sets it and comes nearer, arrow keys move it. */
export function pointOnMap(map: HTMLElement) {
  const name = map.getAttribute('name')?.replace(/\.map$/, '')
  const form = map instanceof HTMLInputElement ? map.form : null
  const field = (of: string) => {
    const found = form?.elements.namedItem(`${name}.${of}`)
    return found instanceof HTMLInputElement ? found : null
  }
  const [latitude, longitude, shown] = [field('latitude'), field('longitude'), field('view')]
  const frame = map.parentElement
  if (!(map instanceof HTMLInputElement) || !latitude || !longitude || !shown || !frame) return
  const mark = document.createElement('span')
  mark.className = 'point-mark'
  mark.hidden = true
  const keys = document.createElement('span')
  keys.id = `${map.id}-keys`
  keys.className = 'point-keys'
  keys.textContent = map.dataset.keys ?? ''
  const voice = document.createElement('span')
  voice.className = 'visually-hidden'
  voice.setAttribute('role', 'status')
  frame.append(mark)
  frame.after(keys, voice)
  map.setAttribute('aria-describedby', keys.id)
  const side = map.width / 2
  const back = form?.querySelector<HTMLButtonElement>(`button[value="whole:${name}"]`)

  const view = (): View => {
    const [first = 0, second = 0, scale = 66] = shown.value.split(',').map(Number)
    return [first, second, scale]
  }
  const typed = (): [number, number] | null => {
    const place = [latitude, longitude].map(({ value }) =>
      value.trim() === '' ? Number.NaN : Number(value.replace(',', '.')),
    )
    const [north = Number.NaN, east = Number.NaN] = place
    return Number.isFinite(north) && Number.isFinite(east) ? [north, east] : null
  }
  const show = () => {
    const at = typed()
    const { right, up } = at ? offsetOf(view(), at) : { right: side + 1, up: 0 }
    mark.hidden = Math.abs(right) > side || Math.abs(up) > side
    mark.style.setProperty('--x', `${side + right}px`)
    mark.style.setProperty('--y', `${side - up}px`)
  }
  const look = (to: View) => {
    shown.value = [to[0], to[1]]
      .map((degrees) => Number(degrees.toFixed(3)))
      .concat(Math.round(to[2]))
      .join(',')
    const address = new URL(map.src, location.href)
    address.searchParams.set('view', shown.value)
    address.searchParams.delete('at')
    map.src = address.href
    if (back) back.hidden = shown.value === map.dataset.whole
    show()
  }
  const set = ([north, east]: [number, number]) => {
    latitude.value = north.toFixed(5)
    longitude.value = east.toFixed(5)
    voice.textContent = `${latitude.value}, ${longitude.value}`
    latitude.dispatchEvent(new Event('change', { bubbles: true }))
    show()
  }
  const nearer = (at: readonly [number, number]) => look([at[0], at[1], Math.min(closest, view()[2] * step)])

  map.addEventListener('click', (event) => {
    event.preventDefault()
    const at = typed()
    // The keyboard presses the map without pointing at anything.
    if (event.detail === 0) return at && nearer(at)
    const box = map.getBoundingClientRect()
    const place = placeAt(view(), event.clientX - box.left - side, side - (event.clientY - box.top))
    set(place)
    nearer(place)
  })
  map.addEventListener('keydown', (event) => {
    const [right = 0, up = 0] = arrows[event.key] ?? []
    if (right === 0 && up === 0) return
    event.preventDefault()
    const far = event.shiftKey ? 1 : 6
    const from = offsetOf(view(), typed() ?? [view()[0], view()[1]])
    const place = placeAt(view(), from.right + right * far, from.up + up * far)
    set(place)
    if (mark.hidden) look([place[0], place[1], view()[2]])
  })
  back?.addEventListener('click', (event) => {
    const [north = 0, east = 0, scale = 66] = map.dataset.whole?.split(',').map(Number) ?? []
    event.preventDefault()
    look([north, east, scale])
    map.focus()
  })
  for (const line of [latitude, longitude]) line.addEventListener('input', show)
  look(view())
}

const arrows: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}
