/** Messages of the kinds that come to a mailbox for returns, as mail servers write them; `id` is that of the mail they speak of. */

const original = (id: string, to = 'claire@ville.example') =>
  `From: Entente <no-reply@entente.example>
To: ${to}
Message-ID: <${id}@entente.example>
Subject: =?utf-8?q?Votre_lien?=

Bonjour`

export interface Report {
  id: string
  action?: string
  status: string
  said: string
  to?: string
}

/** A delivery report (RFC 3464) as Postfix writes it. */
export function postfixReport({
  id,
  action = 'failed',
  status,
  said,
  to = 'claire@ville.example',
}: Report): Buffer {
  return lines(`Return-Path: <>
From: MAILER-DAEMON@mx.ville.example (Mail Delivery System)
To: returns@entente.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
Message-Id: <20261102090000.1@mx.ville.example>

--b1
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.ville.example
Arrival-Date: Mon,  2 Nov 2026 09:00:00 +0000 (UTC)

Final-Recipient: rfc822; ${to}
Original-Recipient: rfc822;${to}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx2.ville.example
Diagnostic-Code: smtp; ${said}

--b1
Content-Type: message/rfc822

${original(id, to)}
--b1--
`)
}

/** A delivery report as Exchange writes it: only the headers of the mail, and long lines folded. */
export function exchangeReport(id: string): Buffer {
  return lines(`From: postmaster@ville.example
To: returns@entente.example
Subject: =?utf-8?b?Tm9uIHJlbWlz?=
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="b2"

--b2
Content-Type: text/html; charset=utf-8

<p>Votre message n’a pas été remis.</p>

--b2
Content-Type: message/delivery-status

Reporting-MTA: dns;PR1.ville.example

Final-recipient: RFC822;Claire@Ville.example
Action: failed
Status: 5.1.10
Diagnostic-code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient
 claire@ville.example not found by SMTP address lookup

--b2
Content-Type: text/rfc822-headers

${original(id).split('\n\n')[0]}

--b2--
`)
}

/** What servers that write no report send: a letter, with the mail in it. */
export function plainReturn(id: string, said: string): Buffer {
  return lines(`From: MAILER-DAEMON@mail.example
To: returns@entente.example
Subject: failure notice
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Hi. This is the qmail-send program at mail.example.

<claire@ville.example>:
${said}

--- Below this line is a copy of the message.

${original(id)}
`)
}

/** A complaint (RFC 5965). */
export function complaint(id: string, type = 'abuse'): Buffer {
  return lines(`From: feedback@mail.example
To: returns@entente.example
Subject: FW: Votre lien
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b3"

--b3
Content-Type: text/plain; charset=us-ascii

This is an email abuse report.

--b3
Content-Type: message/feedback-report

Feedback-Type: ${type}
User-Agent: SomeGenerator/1.0
Version: 1
Original-Rcpt-To: <claire@ville.example>

--b3
Content-Type: message/rfc822

${original(id)}
--b3--
`)
}

/** An absence note. */
export function absenceNote(header = 'Auto-Submitted: auto-replied'): Buffer {
  return lines(`From: Claire Martin <claire@ville.example>
To: returns@entente.example
Subject: =?utf-8?q?Absence_du_bureau?=
${header}
Content-Type: text/plain; charset=utf-8

Je suis absente jusqu’au 9.
`)
}

/** What a person answers. */
export function answer(text = 'Merci, je viendrai.'): Buffer {
  return lines(`From: Claire Martin <claire@ville.example>
To: returns@entente.example
Subject: Re: Votre lien
Content-Type: text/plain; charset=utf-8

${text}
`)
}

function lines(text: string): Buffer {
  return Buffer.from(text.replaceAll('\n', '\r\n'))
}
