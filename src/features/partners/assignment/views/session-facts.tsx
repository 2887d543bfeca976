import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ClockLines } from '../../../../ui/text/clock-lines.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import type { SessionRequest } from '../call.ts'
import { spanOfHours } from '../hours/slots.ts'
import { present, sides } from '../session.ts'
import { sideName } from './side-name.ts'

/** When the meetings are, between whom, and whether wishes are taken. */
export function SessionFacts({ asked }: { asked: SessionRequest }) {
  const { reader, network, ground } = asked
  const { t } = reader
  const { session } = ground
  const countries = byOwnSide(reader, network.countries)
  return (
    <FactList
      facts={[
        ...(session.slots.length > 0
          ? [
              {
                term: t('partners.assignment.slots'),
                detail: [
                  t('partners.assignment.slotCount', {
                    count: session.slots.length,
                    minutes: session.slotMinutes,
                  }),
                  ...session.hours.map((hours) => (
                    <ClockLines
                      key={`${hours.day} ${hours.from}`}
                      countries={countries}
                      hours={{ ...spanOfHours(hours, session.zone), zone: session.zone }}
                    />
                  )),
                ],
              },
            ]
          : []),
        {
          term: t('partners.assignment.sides'),
          detail: sides.map((side) =>
            t('partners.assignment.sideCount', {
              side: sideName(reader, network, session, side),
              count: present(ground.participants).filter((each) => each.side === side).length,
            }),
          ),
        },
        ...(session.tables === null
          ? []
          : [{ term: t('partners.assignment.tables'), detail: String(session.tables) }]),
        {
          term: t('partners.assignment.wishes'),
          detail: t(session.takesRequests ? 'partners.assignment.taken' : 'partners.assignment.notTaken'),
        },
      ]}
    />
  )
}
