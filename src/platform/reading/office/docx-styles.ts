import { readXml } from '../container/xml-reader.ts'

interface Style {
  basedOn: string | null
  level: number | null
}

/** The level, from 1, of each paragraph style that is one of titles, by its id; a style has that of the one it is based on. */
export function listOutlineStyles(stylesXml: string): Map<string, number> {
  const styles = new Map<string, Style>()
  let id: string | null = null
  readXml(stylesXml, {
    open({ name, attributes }) {
      if (name === 'style') id = attributes.get('styleId') ?? null
      const style = id === null ? undefined : styles.get(id)
      if (name === 'style' && id !== null) styles.set(id, { basedOn: null, level: null })
      if (style && name === 'basedOn') style.basedOn = attributes.get('val') ?? null
      if (style && name === 'outlineLvl') style.level = Number(attributes.get('val'))
    },
    close(name) {
      if (name === 'style') id = null
    },
  })
  const levels = [...styles.keys()].flatMap((style) => {
    const level = levelOf(styles, style)
    return level !== null && level >= 0 && level < 6 ? [[style, level + 1] as const] : []
  })
  return new Map(levels)
}

function levelOf(styles: ReadonlyMap<string, Style>, id: string): number | null {
  let style = styles.get(id)
  for (let steps = 0; style && steps < 20; steps += 1) {
    if (style.level !== null) return style.level
    style = style.basedOn === null ? undefined : styles.get(style.basedOn)
  }
  return null
}
