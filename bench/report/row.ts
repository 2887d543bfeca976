import type { Spread } from './statistics.ts'

/** One line of the table: what was measured, against what, and whether it is as good as it has to be. */
export interface Row {
  what: string
  /** `embedded`, `PostgreSQL 17` or '' where it makes no difference. */
  database: string
  figure: string
  /** The figure that it is compared with, measured in the same run; '' when the limit is absolute. */
  baseline: string
  /** Figure divided by baseline, round by round. */
  ratio: Spread | null
  /** Processor time of the server for one request, beside that of the baseline. */
  cpu: string
  /** Share of one core that the load generator used. */
  generator: string
  wanted: string
  /** '' for what is reported only. */
  verdict: '' | 'met' | 'SHORT' | 'aim met' | 'aim missed'
}

/** A row whose parts are empty unless given. */
export function row(given: Partial<Row> & Pick<Row, 'what' | 'figure'>): Row {
  return {
    database: '',
    baseline: '',
    ratio: null,
    cpu: '',
    generator: '',
    wanted: '',
    verdict: '',
    ...given,
  }
}

/** `1,234 (1,200–1,300)`, with as many decimals as the size of the figure deserves. */
export function inWords({ median, least, most }: Spread, unit = ''): string {
  const digits = median >= 100 ? 0 : median >= 10 ? 1 : 2
  const write = (figure: number) =>
    figure.toLocaleString('en-GB', { maximumFractionDigits: digits, minimumFractionDigits: digits })
  return `${write(median)}${unit} (${write(least)}–${write(most)})`
}
