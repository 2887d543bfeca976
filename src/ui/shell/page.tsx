import { renderWithFieldNames } from '../form/field-names.tsx'
import { Shell, type ShellProps } from './shell.tsx'

/** The HTML of a whole page, doctype included. */
export function page(props: ShellProps): string {
  return `<!doctype html>${renderWithFieldNames(props.reader, () => <Shell {...props} />)}`
}
