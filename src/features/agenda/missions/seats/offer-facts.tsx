import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { MissionSeats } from '../document/schema.ts'
import type { Sheet } from '../sheet/queries.ts'
import { seatsPlace } from './seats.ts'

interface OfferFactsProps {
  sheet: Sheet
  offer: MissionSeats
  left: number
}

/** Seats that others may ask for: how many are left, where, for which people and until when. */
export function OfferFacts({ sheet, offer, left }: OfferFactsProps) {
  const reader = useReader()
  const { t } = reader
  const place = seatsPlace(reader, sheet, offer.id)
  return (
    <FactList
      facts={[
        {
          term: t('agenda.mission.seatsWhere'),
          detail: <span {...languageAttributes(reader, place.language)}>{place.text}</span>,
        },
        {
          term: t('agenda.mission.seatsFree'),
          detail: t('agenda.mission.seatsLeft', { left, count: offer.count }),
        },
        ...(Object.keys(offer.forWhom).length === 0
          ? []
          : [
              {
                term: t('agenda.mission.forWhom'),
                detail: <Passage text={offer.forWhom} as="span" />,
              },
            ]),
        { term: t('agenda.mission.until'), detail: dayWords(reader, offer.until) },
      ]}
    />
  )
}
