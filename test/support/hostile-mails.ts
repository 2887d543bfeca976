const letter = (body: string) =>
  `From: MAILER-DAEMON@mail.example\r\nTo: returns@entente.example\r\nSubject: Undelivered\r\nContent-Type: text/plain\r\n\r\n${body}`

/** Mails of our own making that anybody may send to the address of returns, with so many signs that are hard to read. */
export const hostileMails: readonly { name: string; of(length: number): Buffer }[] = [
  { name: 'line ends', of: (length) => Buffer.from(letter('\r\n'.repeat(length))) },
  { name: 'blanks before a line end', of: (length) => Buffer.from(letter(' \n'.repeat(length))) },
  { name: 'signs of quotation', of: (length) => Buffer.from(letter('> \n'.repeat(length))) },
  { name: 'one word', of: (length) => Buffer.from(letter('a'.repeat(length))) },
  { name: 'figures', of: (length) => Buffer.from(letter('550 5.1.'.repeat(length / 8))) },
  { name: 'opening brackets', of: (length) => Buffer.from(letter('message-id: <'.repeat(length / 13))) },
  {
    name: 'a report of line ends',
    of: (length) =>
      Buffer.from(
        `Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${'\r\n \t'.repeat(length / 4)}\r\nFinal-Recipient: ${'a'.repeat(length)}\r\n--b--\r\n`,
      ),
  },
]
