import { languageOf } from '../../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { shortNames } from '../../../directory/index.ts'
import { paths } from '../../paths.ts'
import type { Meeting } from '../meeting.ts'

interface PlaceWordsProps {
  reader: Reader
  network: string
  meeting: Pick<Meeting, 'place' | 'placeOrganisation'>
  isLinked?: boolean
}

/** Where a meeting is: the words for the place, then the authority in which it lies. */
export function PlaceWords({ reader, network, meeting, isLinked = true }: PlaceWordsProps) {
  const { place, placeOrganisation } = meeting
  const hasWords = Object.keys(place).length > 0
  if (!placeOrganisation) return <Passage reader={reader} text={place} as="span" tags={false} />
  const name = (
    <Name reader={reader} name={shortNames(placeOrganisation)} own={languageOf(placeOrganisation.country)} />
  )
  return (
    <>
      {hasWords ? (
        <>
          <Passage reader={reader} text={place} as="span" tags={false} />
          {', '}
        </>
      ) : null}
      {isLinked ? <a href={paths.organisation(reader, network, placeOrganisation.slug)}>{name}</a> : name}
    </>
  )
}
