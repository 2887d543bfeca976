import { useReader } from '../reader.tsx'
import { languageAttributes } from './language-attributes.ts'

export interface Clock {
  /** Wall time as shown: `10:00`. */
  time: string
  /** Instant with offset, for machines. */
  datetime: string
  place: string
  /** The place in its own language, if that is another. */
  own?: { text: string; language: string } | undefined
  /** `+1 j` if this clock shows another day than the first. */
  shift?: string | undefined
}

interface TwoClocksProps {
  /** The first clock's day: `ven. 7 juil.` */
  day?: string
  clocks: Clock[]
}

/** One instant on every side’s clock, always all of them and in one order. */
export function TwoClocks({ day, clocks }: TwoClocksProps) {
  const reader = useReader()
  return (
    <span class="clocks">
      {day ? <span class="clocks-day">{day} </span> : null}
      {clocks.map((clock, index) => (
        <span key={clock.place} class="clock">
          {index > 0 ? ' · ' : null}
          <time datetime={clock.datetime}>{clock.time}</time>
          {clock.shift ? <span class="clock-shift"> {clock.shift}</span> : null} {clock.place}
          {clock.own ? (
            <span class="own-name" {...languageAttributes(reader, clock.own.language)}>
              {' '}
              {clock.own.text}
            </span>
          ) : null}
        </span>
      ))}
    </span>
  )
}
