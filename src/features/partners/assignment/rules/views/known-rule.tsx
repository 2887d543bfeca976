import type { SessionRequest } from '../../call.ts'
import { participantName } from '../../participants/views/participant-name.tsx'
import { paths } from '../../paths.ts'
import type { Rule } from '../../session.ts'
import { slotWords } from './slot-words.ts'

/** A pair that is fixed or forbidden, with the button that lifts it. */
export function KnownRule({ asked, rule }: { asked: SessionRequest; rule: Rule }) {
  const { reader, network, event, ground } = asked
  const { t } = reader
  const name = (id: string) => {
    const found = ground.participants.find((each) => each.id === id)
    return found ? participantName(reader, found) : ''
  }
  const pair = `${name(rule.firstId)} – ${name(rule.secondId)}`
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
    </form>
  )
}

const withoutQuery = (address: string) => address.split('?')[0] ?? address
