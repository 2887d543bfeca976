import { type ComponentChildren, createContext, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import type { Reader } from '../../platform/i18n/reader.ts'
import { renderFor } from '../reader.tsx'

/** What the fields of a page are called, by the ids of their inputs. They are known once drawn, and wanted above them. */
interface FieldNames {
  known: Map<string, ComponentChildren>
  areWanted: boolean
}

const Names = createContext<FieldNames | null>(null)
const Within = createContext<readonly ComponentChildren[]>([])

/** The HTML of a page. One with a list of errors is drawn twice: the list comes before the fields that it names. */
export function drawWithFieldNames(reader: Reader, draw: () => VNode): string {
  const names: FieldNames = { known: new Map(), areWanted: false }
  const render = () => renderFor(reader, () => <Names.Provider value={names}>{draw()}</Names.Provider>)
  const html = render()
  return names.areWanted ? render() : html
}

/** Says what an input is called, with what it stands in: « Accord 2, Titre, Coréen ». */
export function useOwnName(id: string, name: ComponentChildren): void {
  const names = useContext(Names)
  const within = useContext(Within)
  names?.known.set(id, joined([...within, name]))
}

/** What the input of this id is called; nothing where the page has none, or no name for it. */
export function useNameOf(): (id: string) => ComponentChildren {
  const names = useContext(Names)
  if (names) names.areWanted = true
  return (id) => names?.known.get(id) ?? null
}

/** Fields that stand in a part or group of this name. */
export function NamedPart({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  const within = useContext(Within)
  return <Within.Provider value={[...within, name]}>{children}</Within.Provider>
}

function joined(names: readonly ComponentChildren[]): ComponentChildren {
  return names.flatMap((name, index) => (index > 0 ? [', ', name] : [name]))
}
