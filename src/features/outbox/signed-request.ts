import { Webhook, WebhookVerificationError } from 'standardwebhooks'
import { Refusal } from '../../platform/refusal.ts'

/** Refuses a request of a mail service that is not signed according to Standard Webhooks with a key, or more than five minutes old. */
export function checkSignature(key: string, body: Buffer, headers: Record<string, unknown>): void {
  const named = (name: string) => (typeof headers[name] === 'string' ? headers[name] : '')
  try {
    new Webhook(key, { format: 'raw' }).verify(
      body,
      {
        'webhook-id': named('webhook-id'),
        'webhook-timestamp': named('webhook-timestamp'),
        'webhook-signature': named('webhook-signature'),
      },
      { jsonParse: false },
    )
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error
    throw new Refusal('notSignedIn', 'The signature is missing, wrong or too old')
  }
}
