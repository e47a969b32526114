import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from "@patternfly/react-core";
import type { ReactNode } from "react";
import type { LedgerRecord } from "../api";
import { dateTimeToTheSecond, languageName, type Place, useMessages, useView } from "../common";
import { CopyButton } from "./CopyButton";
import { ReceiptButton } from "./ReceiptButton";
import { searchWords } from "./search/words";
import { ledgerWords } from "./words";
import { detailsOf, isLastOfUser, typeOf } from "./summary";
import { UserName } from "./UserName";
import "./ledger.css";

/** Everything a record says, in words. */
export function RecordDetails({
  record,
  title,
  hrefOf,
  onUser,
}: {
  record: LedgerRecord;
  /** Title of its agreement; known to who may read it. */
  title?: string;
  /** Address of a place among the agreements. */
  hrefOf?: (place: Place) => string;
  onUser?: (userId: string) => void;
}) {
  const { locale, timeZone } = useView();
  const details = detailsOf(record, locale, timeZone);
  const words = useMessages(ledgerWords);
  return (
    <div className="agreements-record">
      <PartAboutText record={record} title={title} hrefOf={title === undefined ? undefined : hrefOf} />
      <PartAboutPerson record={record} onUser={onUser} />
      <PartAboutCircumstances record={record} />
      {details.length > 0 && (
        <Part title={words.more}>
          {details.map(({ name, value, isDigest }) =>
            isDigest ? (
              <DigestEntry key={name} term={name} digest={value} />
            ) : (
              <Entry key={name} term={name}>
                {value}
              </Entry>
            ),
          )}
        </Part>
      )}
      <div>
        <ReceiptButton record={record} />
      </div>
    </div>
  );
}

function PartAboutText({
  record,
  title,
  hrefOf,
}: {
  record: LedgerRecord;
  title?: string;
  hrefOf?: (place: Place) => string;
}) {
  const words = useMessages(ledgerWords);
  const ways = useMessages(searchWords);
  const { locale } = useView();
  const { wordingDigest, endReached, diffFrom, attention = [] } = record.presentation ?? {};
  if (!record.agreementKey) {
    return null;
  }
  return (
    <Part title={words.text}>
      <Entry term={words.agreement}>
        {title && <div>{title}</div>}
        <Code>{record.agreementKey}</Code>
      </Entry>
      {record.version !== undefined && (
        <Entry term={words.version}>
          {hrefOf ? <a href={hrefOf(textOf(record))}>{ways.readText(String(record.version))}</a> : record.version}
        </Entry>
      )}
      {record.locale && <Entry term={words.language}>{languageName(record.locale, locale)}</Entry>}
      {record.textDigest && <DigestEntry term={words.textDigest} digest={record.textDigest} />}
      {wordingDigest && <DigestEntry term={words.wordingDigest} digest={wordingDigest} />}
      {record.settingsDigest && <DigestEntry term={words.settingsDigest} digest={record.settingsDigest} />}
      {endReached !== undefined && (
        <Entry term={words.endReached}>{endReached ? words.endWasReached : words.endWasNotReached}</Entry>
      )}
      {diffFrom !== undefined && <Entry term={words.diffFrom}>{words.diffFromVersion(String(diffFrom))}</Entry>}
      {attention.length > 0 && (
        <Entry term={words.attention}>
          <ol className="agreements-clauses" aria-label={words.attention}>
            {attention.map(({ digest, inView }, index) => (
              <li key={`${String(index)} ${digest}`}>
                <div>{inView === undefined ? words.clauseShown : inView ? words.clauseSeen : words.clauseNotSeen}</div>
                <Code>{digest}</Code>
              </li>
            ))}
          </ol>
        </Entry>
      )}
    </Part>
  );
}

/** The place of the very text it is about. */
function textOf({ agreementKey, version, locale }: LedgerRecord): Place {
  return { agreement: agreementKey, tab: "text", version, text: locale };
}

function PartAboutPerson({ record, onUser }: { record: LedgerRecord; onUser?: (userId: string) => void }) {
  const words = useMessages(ledgerWords);
  if (!record.userId) {
    return (
      <Part title={words.person}>
        <Entry term={words.user}>{words.nobody}</Entry>
      </Part>
    );
  }
  return (
    <Part title={words.person}>
      <Entry term={words.username}>
        <OrAbsent>{record.username}</OrAbsent>
      </Entry>
      <Entry term={words.userId}>
        <UserName userId={record.userId} onUser={isLastOfUser(record) ? undefined : onUser} />
      </Entry>
      <Entry term={words.sessionId}>
        <OrAbsent>{record.sessionId && <Code>{record.sessionId}</Code>}</OrAbsent>
      </Entry>
      <Entry term={words.ipAddress}>
        <OrAbsent>{record.ipAddress}</OrAbsent>
      </Entry>
      <Entry term={words.userAgent}>
        <OrAbsent>{record.userAgent}</OrAbsent>
      </Entry>
    </Part>
  );
}

function PartAboutCircumstances({ record }: { record: LedgerRecord }) {
  const words = useMessages(ledgerWords);
  const { locale, timeZone } = useView();
  return (
    <Part title={words.circumstances}>
      <Entry term={words.time}>{dateTimeToTheSecond(record.occurredAt, locale, timeZone)}</Entry>
      {record.recordedAt !== record.occurredAt && (
        <Entry term={words.recordedAt}>{dateTimeToTheSecond(record.recordedAt, locale, timeZone)}</Entry>
      )}
      <Entry term={words.type}>{typeOf(record, words)}</Entry>
      {record.method && <Entry term={words.how}>{words[`method${record.method}`] ?? record.method}</Entry>}
      {record.clientId && <Entry term={words.client}>{record.clientId}</Entry>}
      <Entry term={words.recordId}>
        <Code>{record.id}</Code>
      </Entry>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <div className="agreements-record-part">{title}</div>
      <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: "9rem" }}>
        {children}
      </DescriptionList>
    </div>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{term}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
    </DescriptionListGroup>
  );
}

function DigestEntry({ term, digest }: { term: string; digest: string }) {
  return (
    <Entry term={term}>
      <Code>{digest}</Code>
      <CopyButton text={digest} what={term} />
    </Entry>
  );
}

function OrAbsent({ children }: { children: ReactNode }) {
  const words = useMessages(ledgerWords);
  return children ? <>{children}</> : <span className="agreements-absent">{words.absent}</span>;
}

function Code({ children }: { children: string }) {
  return <code className="agreements-code">{children}</code>;
}
