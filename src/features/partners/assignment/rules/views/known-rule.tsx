import { Notice } from '../../../../../ui/blocks/notice.tsx'
import type { SessionRequest } from '../../call.ts'
import { participantName } from '../../participants/views/participant-name.tsx'
import { paths } from '../../paths.ts'
import type { Rule } from '../../session.ts'
import type { TroubleKind } from '../trouble.ts'
import { slotWords } from './slot-words.ts'

interface KnownRuleProps {
  asked: SessionRequest
  rule: Rule
  /** Why it cannot be held as things stand; null where it can. */
  trouble: TroubleKind | null
}

/** A pair that is fixed or forbidden, with the button that lifts it. */
export function KnownRule({ asked, rule, trouble }: KnownRuleProps) {
  const { reader, network, event, ground } = asked
  const { t } = reader
  const name = (id: string) => {
    const found = ground.participants.find((each) => each.id === id)
    return found ? participantName(reader, found) : ''
  }
  const pair = `${name(rule.firstId)} – ${name(rule.secondId)}`
  const isUnwanted =
    rule.kind === 'fixed' &&
    ground.wishes.some(
      ({ participantId, otherId, position }) =>
        position === null &&
        [participantId, otherId].includes(rule.firstId) &&
        [participantId, otherId].includes(rule.secondId),
    )
  const slot = ground.session.slots.find(({ id }) => id === rule.slotId)
  return (
    <form method="post" action={`${withoutQuery(paths.rules(reader, network.slug, event.slug))}/removal`}>
      <input type="hidden" name="first" value={rule.firstId} />
      <input type="hidden" name="second" value={rule.secondId} />
      <p class="rule-line">
        <strong>{pair}</strong> · {t(`partners.assignment.rule.${rule.kind}`)}
        {slot ? ` · ${slotWords(asked, slot)}` : ''}{' '}
        <button type="submit" class="button">
          {t('partners.assignment.removeRule')}
          <span class="visually-hidden"> ({pair})</span>
        </button>
      </p>
      {trouble === null ? null : (
        <Notice kind="warning">
          <p>{t(`partners.assignment.trouble.${trouble}`)}</p>
        </Notice>
      )}
      {isUnwanted ? <p class="quiet">{t('partners.assignment.fixedUnwanted')}</p> : null}
    </form>
  )
}

const withoutQuery = (address: string) => address.split('?')[0] ?? address
