import { inWords, type Row } from '../report/row.ts'
import { type Spread, spreadOf } from '../report/statistics.ts'

/** The result of one run of one contender. */
export interface Run {
  perSecond: number
  /** Processor time of the process that answers, for one request, in milliseconds. */
  cpuMs: number
  p50Ms?: number
  p99Ms?: number
  /** How many times slower than the usual one the machine was just before. */
  slowness?: number
  /** Share of a core that the load generator used. */
  generatorShare?: number
}

export interface Compared {
  figure: Run[]
  baseline: Run[]
  /** Figure divided by baseline, round by round. */
  ratio: Spread
}

/** Runs the two by turns, in as many rounds as given, so that other work of the machine falls on both. */
export async function compare(
  rounds: number,
  figure: () => Promise<Run>,
  baseline: () => Promise<Run>,
): Promise<Compared> {
  const figures: Run[] = []
  const baselines: Run[] = []
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [one, other] = [await figure(), await baseline()]
    figures.push(one)
    baselines.push(other)
    ratios.push(one.perSecond / other.perSecond)
  }
  return { figure: figures, baseline: baselines, ratio: spreadOf(ratios) }
}

/** The parts of a row that show rates. */
export function ratesInWords({
  figure,
  baseline,
  ratio,
}: Compared): Pick<Row, 'figure' | 'baseline' | 'ratio' | 'cpu' | 'generator'> {
  const rate = (runs: Run[]) => inWords(spreadOf(runs.map((run) => run.perSecond)), '/s')
  const cpu = (runs: Run[]) => `${spreadOf(runs.map((run) => run.cpuMs)).median.toFixed(3)} ms`
  const p99 = figure.flatMap((run) => run.p99Ms ?? [])
  const shares = [...figure, ...baseline].flatMap((run) => run.generatorShare ?? [])
  return {
    figure: rate(figure) + (p99.length > 0 ? `, p99 ${inWords(spreadOf(p99), ' ms')}` : ''),
    baseline: rate(baseline),
    ratio,
    cpu: `${cpu(figure)} : ${cpu(baseline)}`,
    generator: `${Math.round(Math.max(...shares) * 100)} %`,
  }
}
