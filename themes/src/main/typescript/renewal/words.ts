import { words } from "../common";

/** Words about users who are to accept again. */
export const renewalWords = words("renewal", {
  askWhom: (whom: string) => ({ whom }),
  askThese: (users: string, n: number) => ({ users, count: n }),
  title: (agreement: string) => ({ agreement }),
  who: (whom: string) => ({ whom }),
  theseUsers: (users: string, n: number) => ({ users, count: n }),
  asked: (users: string, n: number) => ({ users, count: n }),
  passedOver: (users: string) => ({ users }),
  takeBackWhich: (agreement: string) => ({ agreement }),
  takeBackTitle: (agreement: string) => ({ agreement }),
  takeBackMeaning: (whom: string) => ({ whom }),
});
