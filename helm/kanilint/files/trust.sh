# Makes a trust store of Java's own authorities and those of a PEM bundle, of which keytool takes one at a time.
home=$(dirname "$(dirname "$(readlink -f "$(command -v keytool)")")")
cp "$home/lib/security/cacerts" "$STORE"
chmod u+w "$STORE"
piece=${TMPDIR:-/tmp}/authority.pem
number=0
inside=
while IFS= read -r line || [ -n "$line" ]; do
  case $line in
  *-----BEGIN\ CERTIFICATE-----*)
    number=$((number + 1))
    inside=yes
    : >"$piece"
    ;;
  esac
  [ -z "$inside" ] || printf '%s\n' "$line" >>"$piece"
  case $line in
  *-----END\ CERTIFICATE-----*)
    inside=
    keytool -importcert -noprompt -alias "kanilint-$number" -file "$piece" \
      -keystore "$STORE" -storepass changeit </dev/null
    ;;
  esac
done <"$BUNDLE"
if [ "$number" -eq 0 ]; then
  echo "The CA bundle has no certificate in it: it must be PEM, with lines -----BEGIN CERTIFICATE-----" >&2
  exit 1
fi
