-- kept at 2026-11-21T23:45:38.809909476Z
CREATE TABLE "flyway_schema_history" (
    "installed_rank" INT NOT NULL PRIMARY KEY,
    "version" VARCHAR(50),
    "description" VARCHAR(200) NOT NULL,
    "type" VARCHAR(20) NOT NULL,
    "script" VARCHAR(1000) NOT NULL,
    "checksum" INT,
    "installed_by" VARCHAR(100) NOT NULL,
    "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
    "execution_time" INT NOT NULL,
    "success" BOOLEAN NOT NULL
);

CREATE INDEX "flyway_schema_history_s_idx" ON "flyway_schema_history" ("success");

CREATE TABLE login_failures (
    login    TEXT    NOT NULL,
    slot     INTEGER NOT NULL,
    attempt  TEXT    NOT NULL,
    begun_at BIGINT  NOT NULL,
    PRIMARY KEY (login, slot)
);

CREATE TABLE outbox_deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    urgency INTEGER NOT NULL,
    silent INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    maybe_repeat INTEGER NOT NULL,
    message_id TEXT,
    reason TEXT,
    created_at BIGINT NOT NULL,
    wanted_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE INDEX outbox_deliveries_waiting ON outbox_deliveries (channel, address, urgency DESC, id)
    WHERE state IN ('QUEUED', 'UNKNOWN');

CREATE INDEX outbox_deliveries_waiting_subject ON outbox_deliveries (channel, address, subject, id)
    WHERE state IN ('QUEUED', 'UNKNOWN');

CREATE INDEX outbox_deliveries_by_state ON outbox_deliveries (state, changed_at);

CREATE TABLE outbox_destinations (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    wait_until BIGINT NOT NULL,
    moved_to TEXT,
    broken_reason TEXT,
    broken_since BIGINT,
    PRIMARY KEY (channel, address)
);

CREATE TABLE outbox_channels (
    channel TEXT NOT NULL PRIMARY KEY,
    wait_until BIGINT NOT NULL
);

CREATE TABLE outbox_messages (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (channel, address, subject),
    UNIQUE (channel, address, message_id)
);

CREATE TABLE reading_series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint TEXT NOT NULL UNIQUE,
    check_id TEXT NOT NULL,
    name TEXT NOT NULL,
    part TEXT NOT NULL,
    summed INTEGER NOT NULL,
    seen_at BIGINT NOT NULL
);

CREATE INDEX reading_series_seen ON reading_series (seen_at);

CREATE TABLE reading_points (
    at BIGINT NOT NULL,
    series BIGINT NOT NULL,
    number DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (at, series)
) WITHOUT ROWID;

CREATE TABLE reading_thinnings (
    id INTEGER NOT NULL PRIMARY KEY,
    until_at BIGINT NOT NULL
);

CREATE TABLE alerts (
    fingerprint TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    latest INTEGER NOT NULL,
    source TEXT NOT NULL,
    labels TEXT NOT NULL,
    resolved_at BIGINT,
    seen_status TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    severity TEXT NOT NULL,
    facts TEXT NOT NULL,
    worst TEXT NOT NULL,
    incident BIGINT,
    PRIMARY KEY (fingerprint, starts_at)
);

CREATE UNIQUE INDEX alerts_latest ON alerts (fingerprint) WHERE latest = 1;

CREATE INDEX alerts_firing ON alerts (starts_at) WHERE latest = 1 AND resolved_at IS NULL;

CREATE INDEX alerts_by_incident ON alerts (incident);

CREATE TABLE incidents (
    number BIGINT NOT NULL PRIMARY KEY,
    group_key TEXT NOT NULL,
    group_labels TEXT NOT NULL,
    state TEXT NOT NULL,
    severity TEXT NOT NULL,
    worst TEXT NOT NULL,
    firing INTEGER NOT NULL,
    opened_at BIGINT NOT NULL,
    taken_by TEXT,
    taken_at BIGINT,
    resolved_at BIGINT,
    changes TEXT NOT NULL,
    change_count INTEGER NOT NULL,
    flapping INTEGER NOT NULL,
    face TEXT NOT NULL,
    details TEXT NOT NULL,
    card_at BIGINT,
    stale INTEGER NOT NULL,
    held INTEGER NOT NULL,
    wake_at BIGINT
);

CREATE INDEX incidents_by_group ON incidents (group_key, number);

CREATE INDEX incidents_open ON incidents (number) WHERE state <> 'RESOLVED';

CREATE INDEX incidents_wake ON incidents (wake_at) WHERE wake_at IS NOT NULL;

CREATE INDEX incidents_resolved ON incidents (resolved_at);

CREATE TABLE incident_numbers (only_row INTEGER NOT NULL PRIMARY KEY, last BIGINT NOT NULL);

CREATE TABLE incident_tellings (
    incident BIGINT NOT NULL,
    chat TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    told_at BIGINT,
    rang_at BIGINT,
    disturbed INTEGER NOT NULL,
    severity TEXT NOT NULL,
    repeats INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    ended_at BIGINT,
    reason TEXT NOT NULL,
    hiding TEXT NOT NULL,
    PRIMARY KEY (incident, chat)
);

CREATE INDEX incident_tellings_by_chat ON incident_tellings (chat, told_at);

CREATE TABLE incident_reasons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    incident BIGINT NOT NULL,
    chat TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL
);

CREATE INDEX incident_reasons_by_incident ON incident_reasons (incident, id);

CREATE TABLE incident_timeline (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    incident BIGINT NOT NULL,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX incident_timeline_by_incident ON incident_timeline (incident, id);

CREATE TABLE silences (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    matchers TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    reason TEXT NOT NULL,
    channel TEXT,
    address TEXT,
    matched_at BIGINT,
    warned INTEGER NOT NULL,
    ended_at BIGINT,
    ended_why TEXT,
    ended_by TEXT
);

CREATE INDEX silences_by_end ON silences (until_at);

CREATE TABLE held_back (
    chat TEXT NOT NULL,
    mute_window TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    incident BIGINT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (until_at, chat, mute_window, incident)
);

CREATE TABLE broken_routes (
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    reason TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (channel, address)
);

CREATE TABLE storms (
    chat TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    arrived_at BIGINT NOT NULL,
    rang INTEGER NOT NULL,
    ended_at BIGINT,
    awake_until BIGINT,
    awake_by TEXT,
    PRIMARY KEY (chat, began_at)
);

CREATE TABLE storm_incidents (
    chat TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    incident BIGINT NOT NULL,
    PRIMARY KEY (chat, began_at, incident)
);

CREATE INDEX storm_incidents_by_incident ON storm_incidents (incident);

CREATE TABLE check_states (
    check_id TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    labels TEXT NOT NULL,
    warning TEXT NOT NULL,
    warning_since BIGINT,
    critical TEXT NOT NULL,
    critical_since BIGINT,
    firing_since BIGINT, held TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (check_id, fingerprint)
);

CREATE TABLE chore_runs (
    chore TEXT NOT NULL PRIMARY KEY,
    scheduled_at BIGINT NOT NULL,
    started_at BIGINT NOT NULL
);

CREATE INDEX chore_runs_started ON chore_runs (started_at);

CREATE TABLE audit (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    intent_seq BIGINT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    target TEXT NOT NULL,
    detail TEXT NOT NULL,
    correlation TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (intent_seq, kind)
);

CREATE TABLE audit_head (
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE inbox_updates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bot BIGINT NOT NULL,
    update_id BIGINT NOT NULL,
    chat BIGINT,
    message_id BIGINT,
    raw TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    changed_at BIGINT,
    state TEXT NOT NULL,
    UNIQUE (bot, update_id),
    UNIQUE (bot, chat, message_id)
);

CREATE INDEX inbox_updates_by_state ON inbox_updates (state, id);

CREATE TABLE dead_letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bot BIGINT NOT NULL,
    inbox_id BIGINT,
    raw TEXT NOT NULL,
    reason TEXT NOT NULL,
    received_at BIGINT NOT NULL
);

CREATE TABLE offers (
    nonce TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    requester TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    correlation TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE INDEX offers_expiry ON offers (expires_at);

CREATE TABLE agreements (
    nonce TEXT NOT NULL REFERENCES offers (nonce) ON DELETE CASCADE,
    person TEXT NOT NULL,
    PRIMARY KEY (nonce, person)
);

CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    plan TEXT NOT NULL,
    requester TEXT NOT NULL,
    approvers TEXT NOT NULL,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    subject TEXT NOT NULL,
    language TEXT NOT NULL,
    zone TEXT NOT NULL,
    correlation TEXT NOT NULL,
    audit_id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    step INTEGER NOT NULL,
    ended_at BIGINT,
    outcome TEXT
);

CREATE INDEX runs_open ON runs (ended_at);

CREATE TABLE run_locks (
    target TEXT PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES runs (id),
    person TEXT NOT NULL,
    since BIGINT NOT NULL
);

CREATE TABLE heartbeats (
    heartbeat TEXT NOT NULL PRIMARY KEY,
    counts_from BIGINT NOT NULL,
    started_at BIGINT,
    succeeded_at BIGINT,
    failed_at BIGINT,
    exit_code INTEGER,
    tail TEXT NOT NULL
, excused_at BIGINT);

CREATE TABLE heartbeat_watch (
    watch INTEGER NOT NULL PRIMARY KEY,
    awake_at BIGINT NOT NULL
);

CREATE TABLE late_incidents (
    incident BIGINT NOT NULL PRIMARY KEY,
    noted_at BIGINT NOT NULL
);

CREATE INDEX outbox_deliveries_late ON outbox_deliveries (created_at)
    WHERE urgency = 3 AND state <> 'SENT';

CREATE TABLE pulse (only_row INTEGER NOT NULL PRIMARY KEY, at BIGINT NOT NULL);

INSERT INTO "alerts" VALUES ('53b18d88a60e38aa65317b3d85e918b3',1795272600000,1,'am','{"alertname":"PaymentsFail","service":"PaymentsFail","severity":"critical"}',NULL,'FIRING',1795304732197,'CRITICAL','{"account":{}}','CRITICAL',1);

INSERT INTO "alerts" VALUES ('3bb3ad3a24c4c402503d25e5b64515ed',1795272600000,1,'am','{"alertname":"DiskFull","service":"DiskFull","severity":"critical"}',NULL,'FIRING',1795304737614,'CRITICAL','{"account":{}}','CRITICAL',2);

INSERT INTO "audit" VALUES (1,1795304734502,'INTENT',1,'anna','ack','#1','{}','kdAvgdexoOkC0cv5Ae1p','0000000000000000000000000000000000000000000000000000000000000000','6906ce7ff8be51d742773ce72598cb4636e2b78622d010c5064373a0abe5ce2c');

INSERT INTO "audit" VALUES (2,1795304734587,'RESULT',1,'anna','ack','#1','{"end":"taken"}','kdAvgdexoOkC0cv5Ae1p','6906ce7ff8be51d742773ce72598cb4636e2b78622d010c5064373a0abe5ce2c','bb6af9a42e73f88b6444f6f95c9d1a5bad9b7b09cf3ab294ff75a1e3f0a5ca9b');

INSERT INTO "audit" VALUES (3,1795304734818,'INTENT',3,'anna','silence','service=blog','{"matchers":"service=\"blog\"","reason":"Anna rebuilds it","until":"2026-11-23T23:45:34.812943607Z"}','tMwvYvXY10kSqCXscDD_','bb6af9a42e73f88b6444f6f95c9d1a5bad9b7b09cf3ab294ff75a1e3f0a5ca9b','deabd812307bfc0ffb6675e3b64523591e15263b01ea552d3ad57773aa544708');

INSERT INTO "audit" VALUES (4,1795304734847,'RESULT',3,'anna','silence','service=blog','{"end":"silence 1"}','tMwvYvXY10kSqCXscDD_','deabd812307bfc0ffb6675e3b64523591e15263b01ea552d3ad57773aa544708','1d5b76039a0203ff7c98c3dee78cf02935f8a7f2162f5844c762e8d3b69e1fb7');

INSERT INTO "audit_head" VALUES (4,'1d5b76039a0203ff7c98c3dee78cf02935f8a7f2162f5844c762e8d3b69e1fb7');

INSERT INTO "chore_runs" VALUES ('chore:housekeeping',1795304731103,1795304731103);

INSERT INTO "flyway_schema_history" VALUES (1,'001','login failures','SQL','V001__login_failures.sql',1601645414,'','2026-11-21 23:45:29.455',7,1);

INSERT INTO "flyway_schema_history" VALUES (2,'010','outbox','SQL','V010__outbox.sql',326122749,'','2026-11-21 23:45:29.512',2,1);

INSERT INTO "flyway_schema_history" VALUES (3,'011','readings','SQL','V011__readings.sql',440996524,'','2026-11-21 23:45:29.536',1,1);

INSERT INTO "flyway_schema_history" VALUES (4,'012','alerts','SQL','V012__alerts.sql',-1442175776,'','2026-11-21 23:45:29.561',1,1);

INSERT INTO "flyway_schema_history" VALUES (5,'013','incidents','SQL','V013__incidents.sql',1580525621,'','2026-11-21 23:45:29.622',30,1);

INSERT INTO "flyway_schema_history" VALUES (6,'014','silences','SQL','V014__silences.sql',1294102564,'','2026-11-21 23:45:29.643',9,1);

INSERT INTO "flyway_schema_history" VALUES (7,'015','held back','SQL','V015__held_back.sql',1536770760,'','2026-11-21 23:45:29.663',1,1);

INSERT INTO "flyway_schema_history" VALUES (8,'016','check states','SQL','V016__check_states.sql',687938586,'','2026-11-21 23:45:29.682',4,1);

INSERT INTO "flyway_schema_history" VALUES (9,'018','chore runs','SQL','V018__chore_runs.sql',1962363097,'','2026-11-21 23:45:29.700',1,1);

INSERT INTO "flyway_schema_history" VALUES (10,'020','audit','SQL','V020__audit.sql',457007067,'','2026-11-21 23:45:29.724',10,1);

INSERT INTO "flyway_schema_history" VALUES (11,'022','inbox','SQL','V022__inbox.sql',-1182790964,'','2026-11-21 23:45:29.742',5,1);

INSERT INTO "flyway_schema_history" VALUES (12,'023','dead letters','SQL','V023__dead_letters.sql',226355832,'','2026-11-21 23:45:29.758',5,1);

INSERT INTO "flyway_schema_history" VALUES (13,'024','runs','SQL','V024__runs.sql',-1612957402,'','2026-11-21 23:45:29.778',2,1);

INSERT INTO "flyway_schema_history" VALUES (14,'025','held conditions','SQL','V025__held_conditions.sql',-1133279076,'','2026-11-21 23:45:29.784',1,1);

INSERT INTO "flyway_schema_history" VALUES (15,'029','heartbeats','SQL','V029__heartbeats.sql',1001385182,'','2026-11-21 23:45:29.794',0,1);

INSERT INTO "flyway_schema_history" VALUES (16,'030','heartbeat watch','SQL','V030__heartbeat_watch.sql',1430906884,'','2026-11-21 23:45:29.801',1,1);

INSERT INTO "flyway_schema_history" VALUES (17,'032','late','SQL','V032__late.sql',452246102,'','2026-11-21 23:45:29.805',0,1);

INSERT INTO "flyway_schema_history" VALUES (18,'033','pulse','SQL','V033__pulse.sql',678439022,'','2026-11-21 23:45:29.813',0,1);

INSERT INTO "flyway_schema_history" VALUES (19,'034','excused once','SQL','V034__excused_once.sql',323646433,'','2026-11-21 23:45:29.819',1,1);

INSERT INTO "heartbeat_watch" VALUES (1,1795304730857);

INSERT INTO "inbox_updates" VALUES (1,7000000001,100000001,NULL,NULL,'{"update_id":100000001,"my_chat_member":{"chat":{"id":-1001234567890,"title":"ops","type":"supergroup"},"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"date":1795304726,"old_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"left"},"new_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"member"}}}',1795304734321,1795304734418,'DONE');

INSERT INTO "inbox_updates" VALUES (2,7000000001,100000002,-1001234567890,3,'{"update_id":100000002,"message":{"message_id":3,"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"chat":{"id":-1001234567890,"title":"ops","type":"supergroup"},"date":1795304726,"new_chat_members":[{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"}]}}',1795304734321,1795304734514,'DONE');

INSERT INTO "inbox_updates" VALUES (3,7000000001,100000003,NULL,NULL,'{"update_id":100000003,"my_chat_member":{"chat":{"id":-1009876543210,"title":"feed","type":"supergroup"},"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"date":1795304726,"old_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"left"},"new_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"member"}}}',1795304734321,1795304734457,'DONE');

INSERT INTO "inbox_updates" VALUES (4,7000000001,100000004,-1009876543210,3,'{"update_id":100000004,"message":{"message_id":3,"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"chat":{"id":-1009876543210,"title":"feed","type":"supergroup"},"date":1795304726,"new_chat_members":[{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"}]}}',1795304734321,1795304734579,'DONE');

INSERT INTO "inbox_updates" VALUES (5,7000000001,100000005,NULL,NULL,'{"update_id":100000005,"my_chat_member":{"chat":{"id":-4000001,"title":"Small","type":"group"},"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"date":1795304727,"old_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"left"},"new_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"member"}}}',1795304734321,1795304734442,'DONE');

INSERT INTO "inbox_updates" VALUES (6,7000000001,100000006,-4000001,1,'{"update_id":100000006,"message":{"message_id":1,"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"chat":{"id":-4000001,"title":"Small","type":"group"},"date":1795304727,"new_chat_members":[{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"}]}}',1795304734321,1795304734594,'DONE');

INSERT INTO "inbox_updates" VALUES (7,7000000001,100000007,-1001234567890,5,'{"update_id":100000007,"message":{"message_id":5,"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"chat":{"id":-1001234567890,"title":"ops","type":"supergroup"},"date":1795304733,"text":"/ack 1","entities":[{"offset":0,"length":4,"type":"bot_command"}]}}',1795304734363,1795304734657,'DONE');

INSERT INTO "inbox_updates" VALUES (8,7000000001,100000008,NULL,NULL,'{"update_id":100000008,"my_chat_member":{"chat":{"id":-1009876543210,"title":"feed","type":"supergroup"},"from":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"date":1795304734,"old_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"member"},"new_chat_member":{"user":{"id":7000000001,"is_bot":true,"first_name":"Pikett","username":"pikett_bot"},"status":"left"}}}',1795304734412,1795304734682,'DONE');

INSERT INTO "inbox_updates" VALUES (9,7000000001,100000009,-1001234567890,6,'{"update_id":100000009,"message":{"message_id":6,"from":{"id":111222333,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"de"},"chat":{"id":-1001234567890,"title":"ops","type":"supergroup"},"date":1795304734,"text":"/silence service=blog 48h Anna rebuilds it","entities":[{"offset":0,"length":8,"type":"bot_command"}]}}',1795304734700,1795304734896,'DONE');

INSERT INTO "incident_numbers" VALUES (1,2);

INSERT INTO "incident_reasons" VALUES (1,1,'ops',1795304732568,'{"kind":"FIRST","route":"default"}');

INSERT INTO "incident_reasons" VALUES (2,1,'small',1795304732568,'{"kind":"FIRST","route":"default"}');

INSERT INTO "incident_reasons" VALUES (3,2,'ops',1795304737629,'{"kind":"FIRST","route":"default"}');

INSERT INTO "incident_reasons" VALUES (4,2,'small',1795304737629,'{"kind":"FIRST","route":"default"}');

INSERT INTO "incident_tellings" VALUES (1,'ops','telegram','-1001234567890',1795304732568,1795304732568,1,'CRITICAL',0,0,NULL,'{"kind":"FIRST","route":"default"}','[]');

INSERT INTO "incident_tellings" VALUES (1,'small','telegram','-4000001',1795304732568,1795304732568,1,'CRITICAL',0,0,NULL,'{"kind":"FIRST","route":"default"}','[]');

INSERT INTO "incident_tellings" VALUES (2,'ops','telegram','-1001234567890',1795304737629,1795304737629,1,'CRITICAL',0,0,NULL,'{"kind":"FIRST","route":"default"}','[]');

INSERT INTO "incident_tellings" VALUES (2,'small','telegram','-4000001',1795304737629,1795304737629,1,'CRITICAL',0,0,NULL,'{"kind":"FIRST","route":"default"}','[]');

INSERT INTO "incident_timeline" VALUES (1,1,1795304732568,'OPENED','','');

INSERT INTO "incident_timeline" VALUES (2,1,1795304732568,'FIRED','PaymentsFail','53b18d88a60e38aa65317b3d85e918b3');

INSERT INTO "incident_timeline" VALUES (3,1,1795304732568,'TOLD','ops','FIRST');

INSERT INTO "incident_timeline" VALUES (4,1,1795304732568,'TOLD','small','FIRST');

INSERT INTO "incident_timeline" VALUES (5,1,1795304734514,'TAKEN','anna','');

INSERT INTO "incident_timeline" VALUES (6,2,1795304737629,'OPENED','','');

INSERT INTO "incident_timeline" VALUES (7,2,1795304737629,'FIRED','DiskFull','3bb3ad3a24c4c402503d25e5b64515ed');

INSERT INTO "incident_timeline" VALUES (8,2,1795304737629,'TOLD','ops','FIRST');

INSERT INTO "incident_timeline" VALUES (9,2,1795304737629,'TOLD','small','FIRST');

INSERT INTO "incidents" VALUES (1,'39b937876809f160dc48277c2edf8fe3','{"service":"PaymentsFail"}','TAKEN','CRITICAL','CRITICAL',1,1795304732568,'anna',1795304734514,NULL,'1795304732568',1,0,'28cec53bb9b026ecf425cb4285cec577','6fe65df4ee0354765b6831301015a47a',1795304734514,0,0,NULL);

INSERT INTO "incidents" VALUES (2,'8a50e0661daf86a95e3d3d1f33a57103','{"service":"DiskFull"}','OPEN','CRITICAL','CRITICAL',1,1795304737629,NULL,NULL,NULL,'1795304737629',1,0,'15717ba7b30f5309964bdca3222ccf5f','068c03ce8d905394c4407abd6c982c12',1795304737629,0,0,1795311937629);

INSERT INTO "outbox_deliveries" VALUES (1,'telegram','-1001234567890','incident:1','incident','{"n":1}',3,0,'SENT',1,0,'4',NULL,1795304732809,1795304732809,1795304732809,1795304734204);

INSERT INTO "outbox_deliveries" VALUES (2,'telegram','-4000001','incident:1','incident','{"n":1}',3,0,'SENT',1,0,'2',NULL,1795304732840,1795304732840,1795304732840,1795304734168);

INSERT INTO "outbox_deliveries" VALUES (3,'telegram','-1001234567890','incident:1','incident','{"n":1}',3,1,'SENT',1,0,'4',NULL,1795304734575,1795304734575,1795304734575,1795304734706);

INSERT INTO "outbox_deliveries" VALUES (4,'telegram','-4000001','incident:1','incident','{"n":1}',3,1,'SENT',1,0,'2',NULL,1795304734576,1795304734576,1795304734576,1795304734692);

INSERT INTO "outbox_deliveries" VALUES (5,'telegram','-1001234567890','answer:XnQnWuH5E0E08vnyFQD5','card','{"text":"✋ #1 is yours."}',2,1,'SENT',1,0,'7',NULL,1795304734603,1795304734603,1795304734603,1795304734803);

INSERT INTO "outbox_deliveries" VALUES (6,'telegram','-1001234567890','answer:DhLz_tJlpmXvXw067M-r','card','{"text":"🔕 Silence 1: service=\"blog\" until 23 Nov 23:45\n🔕 It hides 0 alerts that fire now.","rows":[[{"label":"↩️ Undo","tone":"NEUTRAL","type":"unsilence 1"}]]}',2,1,'SENT',1,0,'8',NULL,1795304734887,1795304734887,1795304736522,1795304737607);

INSERT INTO "outbox_deliveries" VALUES (7,'telegram','-1001234567890','incident:2','incident','{"n":2}',3,0,'UNKNOWN',1,0,NULL,'IOException: unexpected end of stream on http://127.0.0.1:40463/...',1795304737712,1795304737712,1795304738656,1795304737855);

INSERT INTO "outbox_deliveries" VALUES (8,'telegram','-4000001','incident:2','incident','{"n":2}',3,0,'UNKNOWN',1,0,NULL,'IOException: unexpected end of stream on http://127.0.0.1:40463/...',1795304737723,1795304737723,1795304738822,1795304737830);

INSERT INTO "outbox_destinations" VALUES ('telegram','-1001234567890',1795304736522,NULL,NULL,NULL);

INSERT INTO "outbox_destinations" VALUES ('telegram','-4000001',0,NULL,NULL,NULL);

INSERT INTO "outbox_messages" VALUES ('telegram','-4000001','incident:1','2',1795304734692);

INSERT INTO "outbox_messages" VALUES ('telegram','-1001234567890','incident:1','4',1795304734706);

INSERT INTO "outbox_messages" VALUES ('telegram','-1001234567890','answer:XnQnWuH5E0E08vnyFQD5','7',1795304734803);

INSERT INTO "outbox_messages" VALUES ('telegram','-1001234567890','answer:DhLz_tJlpmXvXw067M-r','8',1795304737607);

INSERT INTO "reading_points" VALUES (1795304731992,1,4.41);

INSERT INTO "reading_points" VALUES (1795304731992,2,0.0);

INSERT INTO "reading_points" VALUES (1795304731992,3,0.28119431855232147);

INSERT INTO "reading_points" VALUES (1795304731992,4,0.094475892493693106);

INSERT INTO "reading_points" VALUES (1795304731992,5,2.0);

INSERT INTO "reading_points" VALUES (1795304731992,6,78710.0);

INSERT INTO "reading_points" VALUES (1795304732456,7,1.0);

INSERT INTO "reading_points" VALUES (1795304732456,8,0.01);

INSERT INTO "reading_points" VALUES (1795304732456,9,52428800.0);

INSERT INTO "reading_points" VALUES (1795304732456,10,606.235);

INSERT INTO "reading_points" VALUES (1795304732456,11,0.0);

INSERT INTO "reading_points" VALUES (1795304732797,1,4.41);

INSERT INTO "reading_points" VALUES (1795304732797,2,0.0);

INSERT INTO "reading_points" VALUES (1795304732797,3,0.2811945065383028);

INSERT INTO "reading_points" VALUES (1795304732797,4,0.095449798931263277);

INSERT INTO "reading_points" VALUES (1795304732797,5,2.0);

INSERT INTO "reading_points" VALUES (1795304732797,6,78711.0);

INSERT INTO "reading_points" VALUES (1795304732984,7,1.0);

INSERT INTO "reading_points" VALUES (1795304732984,8,0.01);

INSERT INTO "reading_points" VALUES (1795304732984,9,52428800.0);

INSERT INTO "reading_points" VALUES (1795304732984,10,606.946);

INSERT INTO "reading_points" VALUES (1795304732984,11,0.0);

INSERT INTO "reading_points" VALUES (1795304733822,1,4.41);

INSERT INTO "reading_points" VALUES (1795304733822,2,0.0);

INSERT INTO "reading_points" VALUES (1795304733822,3,0.28120631205793217);

INSERT INTO "reading_points" VALUES (1795304733822,4,0.09597856044637);

INSERT INTO "reading_points" VALUES (1795304733822,5,2.0);

INSERT INTO "reading_points" VALUES (1795304733822,6,78712.0);

INSERT INTO "reading_points" VALUES (1795304733971,7,1.0);

INSERT INTO "reading_points" VALUES (1795304733971,8,0.01);

INSERT INTO "reading_points" VALUES (1795304733971,9,52428800.0);

INSERT INTO "reading_points" VALUES (1795304733971,10,607.932);

INSERT INTO "reading_points" VALUES (1795304733971,11,0.0);

INSERT INTO "reading_points" VALUES (1795304734746,1,4.38);

INSERT INTO "reading_points" VALUES (1795304734746,2,0.0);

INSERT INTO "reading_points" VALUES (1795304734746,3,0.28122537383644197);

INSERT INTO "reading_points" VALUES (1795304734746,4,0.096066228230517331);

INSERT INTO "reading_points" VALUES (1795304734746,5,2.0);

INSERT INTO "reading_points" VALUES (1795304734746,6,78713.0);

INSERT INTO "reading_points" VALUES (1795304734931,7,1.0);

INSERT INTO "reading_points" VALUES (1795304734931,8,0.01);

INSERT INTO "reading_points" VALUES (1795304734931,9,52428800.0);

INSERT INTO "reading_points" VALUES (1795304734931,10,608.893);

INSERT INTO "reading_points" VALUES (1795304734931,11,0.0);

INSERT INTO "reading_points" VALUES (1795304735730,1,4.38);

INSERT INTO "reading_points" VALUES (1795304735730,2,0.0);

INSERT INTO "reading_points" VALUES (1795304735730,3,0.28122638896074131);

INSERT INTO "reading_points" VALUES (1795304735730,4,0.096078219757369285);

INSERT INTO "reading_points" VALUES (1795304735730,5,2.0);

INSERT INTO "reading_points" VALUES (1795304735730,6,78714.0);

INSERT INTO "reading_points" VALUES (1795304735925,7,1.0);

INSERT INTO "reading_points" VALUES (1795304735925,8,0.01);

INSERT INTO "reading_points" VALUES (1795304735925,9,52428800.0);

INSERT INTO "reading_points" VALUES (1795304735925,10,609.886);

INSERT INTO "reading_points" VALUES (1795304735925,11,0.0);

INSERT INTO "reading_points" VALUES (1795304736686,1,4.38);

INSERT INTO "reading_points" VALUES (1795304736686,2,0.0);

INSERT INTO "reading_points" VALUES (1795304736686,3,0.28122680252990029);

INSERT INTO "reading_points" VALUES (1795304736686,4,0.082748179232490421);

INSERT INTO "reading_points" VALUES (1795304736686,5,2.0);

INSERT INTO "reading_points" VALUES (1795304736686,6,78715.0);

INSERT INTO "reading_points" VALUES (1795304736916,7,1.0);

INSERT INTO "reading_points" VALUES (1795304736916,8,0.01);

INSERT INTO "reading_points" VALUES (1795304736916,9,52428800.0);

INSERT INTO "reading_points" VALUES (1795304736916,10,610.877);

INSERT INTO "reading_points" VALUES (1795304736916,11,0.0);

INSERT INTO "reading_points" VALUES (1795304737835,1,4.38);

INSERT INTO "reading_points" VALUES (1795304737835,2,0.0);

INSERT INTO "reading_points" VALUES (1795304737835,3,0.28122849440373254);

INSERT INTO "reading_points" VALUES (1795304737835,4,0.08063054040950092);

INSERT INTO "reading_points" VALUES (1795304737835,5,2.0);

INSERT INTO "reading_points" VALUES (1795304737835,6,78716.0);

INSERT INTO "reading_points" VALUES (1795304737988,7,1.0);

INSERT INTO "reading_points" VALUES (1795304737988,8,0.01);

INSERT INTO "reading_points" VALUES (1795304737988,9,52428800.0);

INSERT INTO "reading_points" VALUES (1795304737988,10,611.95);

INSERT INTO "reading_points" VALUES (1795304737988,11,0.0);

INSERT INTO "reading_points" VALUES (1795304738710,1,4.38);

INSERT INTO "reading_points" VALUES (1795304738710,2,0.0);

INSERT INTO "reading_points" VALUES (1795304738710,3,0.28122950952803189);

INSERT INTO "reading_points" VALUES (1795304738710,4,0.081872797772298403);

INSERT INTO "reading_points" VALUES (1795304738710,5,2.0);

INSERT INTO "reading_points" VALUES (1795304738710,6,78717.0);

INSERT INTO "reading_series" VALUES (1,'d39d1028a7c73a9209137d439d480cfb','host:here','load','{}',0,1795304731992);

INSERT INTO "reading_series" VALUES (2,'f6d5ea56242b9a812593160bda0f2dde','host:here','disk(''/mnt/sandboxing/model_tools_env/v1/python'')','{}',0,1795304731992);

INSERT INTO "reading_series" VALUES (3,'a692ba164bee81420d05075a404db946','host:here','disk(''/'')','{}',0,1795304731992);

INSERT INTO "reading_series" VALUES (4,'31cda9e2f0145aca46c21bf64fe529f5','host:here','memory','{}',0,1795304731992);

INSERT INTO "reading_series" VALUES (5,'545cfe64d14acd003c1ead7cbae6b5cd','host:here','cpus','{}',0,1795304731992);

INSERT INTO "reading_series" VALUES (6,'6b3de6332eebb76ad75aafe53520cbe2','host:here','uptime','{}',0,1795304731992);

INSERT INTO "reading_series" VALUES (7,'75a3f0f9bd70617a59cace41501a5d6c','service:api','exit','{}',0,1795304732456);

INSERT INTO "reading_series" VALUES (8,'bfda8ee000dc517661e6cd139992fad8','service:api','cpu','{}',0,1795304732456);

INSERT INTO "reading_series" VALUES (9,'0bc7cd66e3772cf7ee1c692766701242','service:api','memory','{}',0,1795304732456);

INSERT INTO "reading_series" VALUES (10,'57c32158481ac5229be05095fd1a861b','service:api','uptime','{}',0,1795304732456);

INSERT INTO "reading_series" VALUES (11,'533b1dfaa2d87d867a0aeb38ca39416e','service:api','restarts','{}',0,1795304732456);

INSERT INTO "silences" VALUES (1,'[{"name":"service","comparison":"EQUALS","value":"blog"}]',1795304734821,1795477534812,'anna','Anna rebuilds it','telegram','-1001234567890',NULL,0,NULL,NULL,NULL)