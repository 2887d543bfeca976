import type { Clock } from '../../src/platform/context/clock.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { addReaders, type MailingReader, prepareMailing } from '../../src/platform/mail/mailing/mailing.ts'
import type { TestApp } from './open-test-app.ts'

const text = 'Bonjour {{name}},\n\n  deux  espaces \n\nÀ bientôt : {{preferences}}\n{{unsubscribe}}\n'
const html =
  '<p>안녕하십니까 {{name}}  =&amp;</p>\n<a href="{{unsubscribe}}">x</a><a href="{{preferences}}">y</a>'

/** A letter in Korean to these readers, not started. */
export async function prepareSampleMailing(
  testApp: Pick<TestApp, 'context'> & { clock: Clock },
  readers: Partial<MailingReader>[],
): Promise<string> {
  const id = await prepareMailing(testApp.context, {
    networkId: null,
    kind: 'newsletter.issue',
    list: { id: 'newsletter.france-coree', name: 'Lettre du groupe-pays' },
    replyTo: null,
    versions: [{ key: 'ko', language: 'ko', subject: '소식지 제12호, à lire', html, text }],
  })
  const whole = readers.map((given, at) => ({
    id: newId(),
    version: 'ko',
    address: `reader${at}@ville${at % 7}.example`,
    name: `Reader ${at}`,
    preferencesAddress: `https://entente.example/p/${at}?a=1&b=2`,
    unsubscribeAddress: `https://entente.example/u/${at}`,
    dueAt: testApp.clock.now(),
    ...given,
  }))
  await addReaders(testApp.context, id, whole)
  // Twice: they are added once.
  await addReaders(testApp.context, id, whole)
  return id
}
