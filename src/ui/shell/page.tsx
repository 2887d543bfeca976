import { renderToString } from 'preact-render-to-string'
import { Shell, type ShellProps } from './shell.tsx'

/** The HTML of a whole page, doctype included. */
export function page(props: ShellProps): string {
  return `<!doctype html>${renderToString(<Shell {...props} />)}`
}
