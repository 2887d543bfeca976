/** No page shows a longer side. */
const longestSide = 2000

/** Makes a large picture smaller before it is sent; one that this browser cannot read is sent as it is, and the server says what is wrong. */
export function makePictureSmaller(part: HTMLElement) {
  const input = part.querySelector<HTMLInputElement>('input[type=file]')
  const said = document.createElement('p')
  said.className = 'field-hint'
  said.setAttribute('role', 'status')
  part.append(said)
  input?.addEventListener('change', async () => {
    said.textContent = ''
    const [file] = input.files ?? []
    const smaller = file && (await smallerOf(file, Number(part.dataset.mostBytes)).catch(() => null))
    // Another one was chosen meanwhile.
    if (!smaller || input.files?.[0] !== file) return
    const chosen = new DataTransfer()
    chosen.items.add(smaller)
    input.files = chosen.files
    said.textContent = part.dataset.words ?? ''
  })
}

/** The picture as a JPEG of at most so many pixels a side; null where it is small enough. */
async function smallerOf(file: File, mostBytes: number): Promise<File | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  if (scale === 1 && file.size <= mostBytes) return null
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const drawing = canvas.getContext('2d')
  if (!drawing) return null
  // What is transparent would turn black.
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  return made && new File([made], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' })
}
