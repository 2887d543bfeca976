import { numberFormatter } from '../../../../../platform/i18n/formatters.ts'
import { FactList } from '../../../../../ui/blocks/fact-list.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { SessionRequest } from '../../call.ts'
import { ParticipantName } from '../../participants/views/participant-name.tsx'
import { sideName } from '../../views/side-name.ts'
import type { RunReport } from '../run.ts'

interface FairnessFactsProps {
  asked: SessionRequest
  report: RunReport
  count: number
}

/** How fair an assignment is: what each side got of its first wishes, who is worst off, who meets nobody. */
export function FairnessFacts({ asked, report, count }: FairnessFactsProps) {
  const { reader, network, ground } = asked
  const { t } = reader
  const percent = (part: number) =>
    numberFormatter(reader.interfaceLanguage, { style: 'percent', maximumFractionDigits: 0 }).format(part)
  const worst = ground.participants.find(({ id }) => id === report.worstOffId)
  const worstOff = report.participants.find(({ id }) => id === report.worstOffId)
  const alone = report.participants.filter(({ nothingBecause }) => nothingBecause !== null).length
  return (
    <Section id="fairness" title={t('partners.assignment.fairness')}>
      <FactList
        facts={[
          {
            term: t('partners.assignment.meetings'),
            detail: t('partners.assignment.meetingCount', { count }),
          },
          {
            term: t('partners.assignment.firstWishesMet'),
            detail: report.sides.map(({ firstWishesMet }, at) =>
              t('partners.assignment.sideShare', {
                side: sideName(reader, network, ground.session, at === 0 ? 1 : 2),
                share: firstWishesMet === null ? '–' : percent(firstWishesMet),
              }),
            ),
          },
          ...(worst && worstOff
            ? [
                {
                  term: t('partners.assignment.worstOff'),
                  detail: (
                    <>
                      <ParticipantName reader={reader} participant={worst} />
                      {' · '}
                      {t('partners.assignment.wishesMet', {
                        met: worstOff.firstWishesMet,
                        of: worstOff.firstWishes,
                      })}
                    </>
                  ),
                },
              ]
            : []),
          { term: t('partners.assignment.alone'), detail: String(alone) },
          {
            term: t('partners.assignment.blocking'),
            detail: String(report.blockingCount),
          },
          {
            term: t('partners.assignment.proposed'),
            detail: sideName(reader, network, ground.session, report.proposing === 0 ? 1 : 2),
          },
        ]}
      />
      <p class="quiet">{t('partners.assignment.fairnessHint')}</p>
    </Section>
  )
}
