/// Sends mail by SMTP: one message over one connection, with a deadline.
///
/// The only package that knows the mail library. Decides nothing about what is said or when.
@NullMarked
package pikett.adapters.mail;

import org.jspecify.annotations.NullMarked;
