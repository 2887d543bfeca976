import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { Participant } from '../session.ts'

type Named = Pick<Participant, 'organisation'>

/** A participant as the reader writes it, for titles and plain text. */
export function participantName(reader: Reader, { organisation }: Named): string {
  return chooseName(shortNames(organisation), reader.language).text
}

/** The name of a participant as an element, with the name that it gives itself. */
export function ParticipantName({ participant }: { participant: Named }) {
  const { organisation } = participant
  return (
    <span class="participant-name">
      <Name name={shortNames(organisation)} own={languageOf(organisation.country)} />
    </span>
  )
}
