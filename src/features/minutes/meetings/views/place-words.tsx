import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { shortNames } from '../../../directory/index.ts'
import { paths } from '../../paths.ts'
import type { Meeting } from '../meeting.ts'

interface PlaceWordsProps {
  network: string
  meeting: Pick<Meeting, 'place' | 'placeOrganisation'>
  isLinked?: boolean
}

/** The place of a meeting: the words for it, then its authority. */
export function PlaceWords({ network, meeting, isLinked = true }: PlaceWordsProps) {
  const reader = useReader()
  const { place, placeOrganisation } = meeting
  const hasWords = Object.keys(place).length > 0
  if (!placeOrganisation) return <Passage text={place} as="span" tags={false} />
  const name = <Name name={shortNames(placeOrganisation)} own={languageOf(placeOrganisation.country)} />
  return (
    <>
      {hasWords ? (
        <>
          <Passage text={place} as="span" tags={false} />
          {', '}
        </>
      ) : null}
      {isLinked ? <a href={paths.organisation(reader, network, placeOrganisation.slug)}>{name}</a> : name}
    </>
  )
}
