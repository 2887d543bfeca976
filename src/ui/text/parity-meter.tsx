import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { languageInWords } from './language-in-words.ts'

/** How many texts there are in a language, by their state. */
export interface Parity {
  language: string
  counts: Record<'original' | 'reviewed' | 'machine' | 'stale' | 'missing', number>
  total: number
  /** The share on which its readers can rely, from 0 to 1. */
  rate: number
}

interface ParityMeterProps {
  parities: Parity[]
  /** The list of the texts of a language that wait; none for readers who may not translate. */
  href?: ((language: string) => string) | undefined
}

/** The parity of languages: for each a bar whose parts differ in height as well as in colour, and a sentence. */
export function ParityMeter({ parities, href }: ParityMeterProps) {
  const reader = useReader()
  return (
    <ul class="parity">
      {parities.map((parity) => {
        const sentence = paritySentence(reader, parity)
        return (
          <li key={parity.language}>
            <ParityBar parity={parity} />
            <span class="parity-words">
              {href && parity.rate < 1 ? <a href={href(parity.language)}>{sentence}</a> : sentence}
              <ParityRest parity={parity} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** “84% of the texts can be read in Korean”: rounded down, so that a hundred means all. */
export function paritySentence(reader: Reader, { language, rate, total }: Parity): string {
  const named = languageInWords(reader, language)
  if (total === 0) return reader.t('ui.parity.none', { language: named })
  return reader.t('ui.parity.rate', { language: named, percent: Math.floor(rate * 100) })
}

const rest = ['machine', 'stale', 'missing'] as const

function ParityRest({ parity }: { parity: Parity }) {
  const reader = useReader()
  const found = rest.filter((state) => parity.counts[state] > 0)
  if (found.length === 0) return null
  return (
    <span class="parity-rest">
      {found.map((state) => reader.t(`ui.parity.${state}`, { count: parity.counts[state] })).join(' · ')}
    </span>
  )
}

const width = 120
const heights = { sure: 12, machine: 7, stale: 4, missing: 1 } as const

function ParityBar({ parity: { counts, total } }: { parity: Parity }) {
  const parts = [
    { part: 'sure', count: counts.original + counts.reviewed },
    { part: 'machine', count: counts.machine },
    { part: 'stale', count: counts.stale },
    { part: 'missing', count: counts.missing },
  ] as const
  let x = 0
  return (
    <svg class="parity-bar" viewBox={`0 0 ${width} 12`} width={width} height={12} aria-hidden="true">
      {parts.map(({ part, count }) => {
        const size = total === 0 ? 0 : (count / total) * width
        const from = x
        x += size
        if (size === 0) return null
        const height = heights[part]
        return (
          <rect
            key={part}
            class={`parity-${part}`}
            x={round(from)}
            y={12 - height}
            width={round(size)}
            height={height}
          />
        )
      })}
    </svg>
  )
}

const round = (value: number) => Math.round(value * 100) / 100
