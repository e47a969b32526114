import { useMessages } from "../../common/language/messages";
import { ViewHeader } from "../../common/parts/ViewHeader";
import { useAccount } from "../AccountContext";
import { type AccountProps, AccountView } from "../AccountView";
import { Disclosures } from "./Disclosures";
import { Export } from "./Export";
import { Grants } from "./Grants";
import { Report } from "./Report";
import { dataWords } from "./words";

/** Who received data about the user, a copy for the user, and what to do if something was not the user. */
export function MyDataPage(props: AccountProps) {
  return (
    <AccountView {...props}>
      <MyData />
    </AccountView>
  );
}

function MyData() {
  const words = useMessages(dataWords);
  const { access } = useAccount();
  return (
    <>
      <ViewHeader title={words.title} explanation={words.explanation} divider={false} />
      <Grants />
      <Disclosures />
      {access.export && <Export />}
      {access.report && <Report />}
    </>
  );
}
