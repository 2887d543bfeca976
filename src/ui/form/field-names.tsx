import { type ComponentChildren, createContext, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import type { Reader } from '../../platform/i18n/reader.ts'
import { renderFor } from '../reader.tsx'

/** The names of a page’s fields, by the ids of their inputs. They are known after rendering, and needed above them. */
interface FieldNames {
  known: Map<string, ComponentChildren>
  areWanted: boolean
}

const Names = createContext<FieldNames | null>(null)
const Within = createContext<readonly ComponentChildren[]>([])

/** The HTML of a page. A page with a list of errors is rendered twice: the list comes before the fields that it names. */
export function renderWithFieldNames(reader: Reader, show: () => VNode): string {
  const names: FieldNames = { known: new Map(), areWanted: false }
  const render = () => renderFor(reader, () => <Names.Provider value={names}>{show()}</Names.Provider>)
  const html = render()
  return names.areWanted ? render() : html
}

/** Registers the name of an input, with its part or group: « Accord 2, Titre, Coréen ». */
export function useOwnName(id: string, name: ComponentChildren): void {
  const names = useContext(Names)
  const within = useContext(Within)
  names?.known.set(id, joined([...within, name]))
}

/** Looks up the name of the input of an id; null if the page has no such input, or no name for it. */
export function useNameOf(): (id: string) => ComponentChildren {
  const names = useContext(Names)
  if (names) names.areWanted = true
  return (id) => names?.known.get(id) ?? null
}

/** Fields in a part or group of this name. */
export function NamedPart({ name, children }: { name: ComponentChildren; children: ComponentChildren }) {
  const within = useContext(Within)
  return <Within.Provider value={[...within, name]}>{children}</Within.Provider>
}

function joined(names: readonly ComponentChildren[]): ComponentChildren {
  return names.flatMap((name, index) => (index > 0 ? [', ', name] : [name]))
}
