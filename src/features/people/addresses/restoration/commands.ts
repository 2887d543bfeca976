import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { sendMail } from '../../../../platform/mail/send-mail.ts'
import { useLink } from '../../links/commands.ts'
import type { Link } from '../../links/queries.ts'
import { removePasskeys } from '../../passkeys/commands.ts'
import { findPerson } from '../../queries.ts'
import { endOtherSessions } from '../../sessions/commands.ts'
import { endTokens } from '../../tokens/commands.ts'
import { isTaken, setAddress } from '../commands.ts'
import { type Ended, restoredMail } from './restored-mail.ts'

/**
 * Restores the address that an account had before a change. Ends every session, token and passkey, since an intruder may have added some.
 * Tells both addresses.
 */
export async function restoreAddress(
  context: Context,
  application: Pick<Application, 'settings' | 'translate'>,
  link: Link,
  token: string,
): Promise<Ended | 'taken' | 'gone'> {
  const { restores: address, personId } = link
  if (address === null) return 'gone'
  return inTransaction(context, async (inside) => {
    if (await isTaken(inside, address, personId)) return 'taken'
    if (!(await useLink(inside, token))) return 'gone'
    const before = await findPerson(inside, personId)
    await setAddress(inside, personId, address, link.madeAt)
    const ended = {
      sessions: await endOtherSessions(inside, personId, null),
      tokens: await endTokens(inside, { personId }),
      passkeys: await removePasskeys(inside, personId),
    }
    for (const to of new Set([address, before.address]))
      await sendMail(inside, restoredMail(application, { ...before, address: to }, address, ended))
    return ended
  })
}
