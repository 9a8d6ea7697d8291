package pikett.bot.view;

import pikett.bot.language.Phrase;

/// Who somebody is to the bot.
enum WhoamiPhrase implements Phrase {
    TITLE,
    PERSON_ID,
    CHAT_ID,
    TOPIC_ID,
    MAY_ACT_ON,
    COPY
}
