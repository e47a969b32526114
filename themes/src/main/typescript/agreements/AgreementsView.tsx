import { type Navigation, View, type ViewProps } from "../common";
import { AgreementList } from "./list/AgreementList";
import { AgreementPage } from "./AgreementPage";
import "./agreements.css";

/** The agreements of a realm: the list, or one of them with its parts. */
export function AgreementsView({ navigation, ...props }: ViewProps & { navigation: Navigation }) {
  const { agreement } = navigation.place;
  return (
    <View key={props.realm} {...props}>
      {agreement === undefined ? (
        <AgreementList navigation={navigation} />
      ) : (
        <AgreementPage key={agreement} agreementKey={agreement} navigation={navigation} />
      )}
    </View>
  );
}
