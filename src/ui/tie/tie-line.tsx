import { chooseName, type LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { Name } from '../text/name.tsx'
import type { TieStatus } from './tie-status.ts'

export interface TieParty {
  name: LocalizedName
  /** ISO 3166-1 alpha-2: consecutive parties of one country are on the same side of the line. */
  country: string
  /** BCP 47 tag of the party's own language: its own name follows the reader's. */
  language?: string | undefined
  /** Used only if the whole line is not one link. */
  href?: string | undefined
}

export interface TieLineProps {
  /** From left to right: the caller decides which side comes first. One side alone is an open end. */
  parties: TieParty[]
  status: TieStatus
  /** Words on the line: kind of agreement and year. */
  kind?: string | undefined
  year?: string | undefined
  size?: 'heading' | 'list' | 'inline'
  /** The tie’s own page, which makes the whole line one link. */
  href?: string | undefined
}

/** The parties of a tie, joined by a line whose pattern is the state of the tie. */
export function TieLine({ parties, status, kind, year, size = 'list', href }: TieLineProps) {
  const reader = useReader()
  const sides = sidesOf(parties)
  const words = [kind, year].filter(Boolean).join(' · ')
  const middle = (
    <span class="tie-middle">
      {words && size !== 'inline' ? <span class="tie-words">{words}</span> : null}
      <span class="tie-rule" aria-hidden="true" />
      <span class="visually-hidden">
        {' '}
        {reader.t(sides.length > 1 ? 'ui.tie.with' : 'ui.tie.open', {
          status: reader.t(`ui.status.${status}`),
        })}{' '}
      </span>
    </span>
  )
  const content = (
    <>
      <TieSide side={sides[0] ?? []} linked={!href} size={size} /> {sides.length < 2 ? middle : null}
      {sides.slice(1).map((side) => (
        <>
          {middle}
          <TieSide side={side} linked={!href} size={size} />{' '}
        </>
      ))}
    </>
  )
  const classes = `tie tie-${size} status-${status}${sides.length < 2 ? ' tie-open' : ''}`
  if (!href) return <span class={classes}>{content}</span>
  return (
    <a class={classes} href={href}>
      {content}
    </a>
  )
}

/** The names of a tie in one line, for titles: `Limoges – Icheon`. */
export function tieTitle(reader: Reader, parties: TieParty[]): string {
  return sidesOf(parties)
    .map((side) => side.map((party) => chooseName(party.name, reader.language).text).join(', '))
    .join(' – ')
}

interface TieSideProps {
  side: Side<TieParty>
  linked: boolean
  size: TieLineProps['size']
}

/** The names of one side: one under the other, or after a comma within a line. */
function TieSide({ side, linked, size }: TieSideProps) {
  return (
    <span class="tie-side">
      {side.map((party, index) => (
        <span key={index} class="tie-party">
          {index > 0 ? <span class={size === 'inline' ? undefined : 'visually-hidden'}>, </span> : null}
          {linked && party.href ? (
            <a href={party.href}>
              <Name name={party.name} own={party.language} />
            </a>
          ) : (
            <Name name={party.name} own={party.language} />
          )}
        </span>
      ))}
    </span>
  )
}

type Side<Party> = Party[]

/** Consecutive parties of one country make one side: `[A·FR, B·FR, C·KR]` → `[[A, B], [C]]`. Order is kept. */
export function sidesOf<Party extends { country: string }>(parties: readonly Party[]): Side<Party>[] {
  const sides: Side<Party>[] = []
  for (const party of parties) {
    const last = sides.at(-1)
    if (last && last[0]?.country === party.country) last.push(party)
    else sides.push([party])
  }
  return sides
}
