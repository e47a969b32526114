import { Button } from "@patternfly/react-core";

/** A user; a link to the user's page where there is a way to it. */
export function UserName({
  userId,
  username,
  onUser,
}: {
  userId: string;
  /** Without it the id is shown. */
  username?: string;
  onUser?: (userId: string) => void;
}) {
  const name = username ?? <code className="agreements-code">{userId}</code>;
  return onUser ? (
    <Button variant="link" isInline className="agreements-user" onClick={() => onUser(userId)}>
      {name}
    </Button>
  ) : (
    <span className="agreements-user">{name}</span>
  );
}
