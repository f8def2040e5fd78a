{{- /* The settings of the service, for its own pod and for the one that runs 'kanilint doctor'. */}}
{{- define "kanilint.env" -}}
{{- include "kanilint.ownEnv" . }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- /* Those that other values make. */}}
{{- define "kanilint.ownEnv" -}}
- name: JAVA_TOOL_OPTIONS
  value: {{ include "kanilint.jvm" . | quote }}
- name: PORT
  value: "8080"
- name: KANILINT_PUBLIC_URL
  value: {{ include "kanilint.publicUrl" . | quote }}
- name: KANILINT_GITLAB_URL
  value: {{ .Values.gitlab.url | quote }}
- name: KANILINT_MODE
  value: {{ .Values.mode | quote }}
- name: KANILINT_COMMIT_STATUS
  value: {{ ternary "on" "off" .Values.commitStatus | quote }}
- name: KANILINT_DRAIN
  value: {{ printf "%ds" (int .Values.drainSeconds) | quote }}
- name: KANILINT_RETENTION_DELIVERIES
  value: {{ .Values.retention.deliveries | quote }}
- name: KANILINT_RETENTION_FINDINGS
  value: {{ .Values.retention.findings | quote }}
{{- if ne .Values.logFormat "text" }}
- name: KANILINT_LOG_FORMAT
  value: {{ .Values.logFormat | quote }}
{{- end }}
{{- with .Values.tracing.endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- if .Values.defaults }}
- name: KANILINT_DEFAULTS_FILE
  value: /etc/kanilint/settings/defaults.yml
{{- end }}
{{- range include "kanilint.secretFiles" . | fromYamlArray }}
- name: {{ .variable }}
  value: /etc/kanilint/secrets/{{ .path }}
{{- end }}
{{- with .Values.oidc }}
{{- if .clientId }}
- name: KANILINT_OIDC_CLIENT_ID
  value: {{ .clientId | quote }}
{{- if .adminGroups }}
- name: KANILINT_ADMIN_GROUPS
  value: {{ join "," .adminGroups | quote }}
{{- end }}
{{- if .viewerGroups }}
- name: KANILINT_VIEWER_GROUPS
  value: {{ join "," .viewerGroups | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- if include "kanilint.embedded" . }}
{{- /* The service's own default, but for the folder: the root file system is read-only. */}}
- name: KANILINT_DB_URL
  value: jdbc:h2:file:/data/kanilint;TRACE_LEVEL_FILE=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0
{{- else }}
- name: KANILINT_DB_URL
  value: {{ .Values.database.url | quote }}
- name: KANILINT_DB_USER
  value: {{ .Values.database.user | quote }}
{{- /* The service takes this one from no file. */}}
{{- if .Values.database.passwordSecret.name }}
- name: KANILINT_DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .Values.database.passwordSecret.name }}
      key: {{ .Values.database.passwordSecret.key }}
{{- else if .Values.secrets.keys.databasePassword }}
- name: KANILINT_DB_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ include "kanilint.secret" . }}
      key: {{ .Values.secrets.keys.databasePassword }}
{{- end }}
{{- end }}
{{- end }}

{{- define "kanilint.jvm" -}}
{{- $options := list (printf "-Xmx%s" .Values.java.heap) "-XX:+ExitOnOutOfMemoryError" }}
{{- if .Values.caBundle.configMap }}
{{- /* 'changeit' is the public word that Java's own file of authorities has. */}}
{{- $options = concat $options (list "-Djavax.net.ssl.trustStore=/etc/kanilint/trust/cacerts" "-Djavax.net.ssl.trustStorePassword=changeit") }}
{{- end }}
{{- with .Values.proxy }}
{{- if .host }}
{{- range list "http" "https" }}
{{- $options = concat $options (list (printf "-D%s.proxyHost=%s" . $.Values.proxy.host) (printf "-D%s.proxyPort=%d" . (int $.Values.proxy.port))) }}
{{- end }}
{{- $options = append $options (printf "-Dhttp.nonProxyHosts=%s" (join "|" (concat (list "localhost" "127.*") .exceptions))) }}
{{- end }}
{{- end }}
{{- join " " (concat $options .Values.java.options) }}
{{- end }}

{{- /* Secrets that the service reads from files: which variable names which. */}}
{{- define "kanilint.secretFiles" -}}
{{- with .Values.secrets.keys }}
{{- if .gitlabToken }}
- {variable: KANILINT_GITLAB_TOKEN_FILE, path: gitlab-token, key: {{ .gitlabToken | quote }}}
{{- end }}
{{- if .webhookTokens }}
- {variable: KANILINT_WEBHOOK_TOKENS_FILE, path: webhook-tokens, key: {{ .webhookTokens | quote }}}
{{- end }}
{{- if .webhookSigningKeys }}
- {variable: KANILINT_WEBHOOK_SIGNING_KEYS_FILE, path: webhook-signing-keys, key: {{ .webhookSigningKeys | quote }}}
{{- end }}
{{- if .adminPassword }}
- {variable: KANILINT_ADMIN_PASSWORD_FILE, path: admin-password, key: {{ .adminPassword | quote }}}
{{- end }}
{{- if and .oidcClientSecret $.Values.oidc.clientId }}
- {variable: KANILINT_OIDC_CLIENT_SECRET_FILE, path: oidc-client-secret, key: {{ .oidcClientSecret | quote }}}
{{- end }}
{{- end }}
{{- end }}

{{- define "kanilint.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: secrets
  mountPath: /etc/kanilint/secrets
  readOnly: true
{{- if .Values.defaults }}
- name: settings
  mountPath: /etc/kanilint/settings
  readOnly: true
{{- end }}
{{- if .Values.caBundle.configMap }}
- name: trust
  mountPath: /etc/kanilint/trust
  readOnly: true
{{- end }}
{{- end }}

{{- define "kanilint.volumes" -}}
- name: tmp
  emptyDir: {}
- name: secrets
  secret:
    secretName: {{ include "kanilint.secret" . }}
    defaultMode: 0440
    items:
      {{- range include "kanilint.secretFiles" . | fromYamlArray }}
      - key: {{ .key }}
        path: {{ .path }}
      {{- end }}
{{- if .Values.defaults }}
- name: settings
  configMap:
    name: {{ include "kanilint.fullname" . }}
{{- end }}
{{- if .Values.caBundle.configMap }}
- name: authorities
  configMap:
    name: {{ .Values.caBundle.configMap }}
    items:
      - key: {{ .Values.caBundle.key }}
        path: bundle.pem
- name: trust
  emptyDir: {}
{{- end }}
{{- end }}

{{- /* Java reads no PEM file as a trust store (there is no such type), so keytool makes one. */}}
{{- define "kanilint.initContainers" -}}
{{- if .Values.caBundle.configMap }}
initContainers:
  - name: trust
    image: {{ .Values.caBundle.image | default (include "kanilint.image" .) | quote }}
    imagePullPolicy: {{ .Values.image.pullPolicy }}
    command: ["/bin/sh", "-eu", "-c"]
    args:
      - |
        {{- .Files.Get "files/trust.sh" | trim | nindent 8 }}
    env:
      - name: BUNDLE
        value: /etc/kanilint/authorities/bundle.pem
      - name: STORE
        value: /etc/kanilint/trust/cacerts
    securityContext:
      {{- toYaml .Values.containerSecurityContext | nindent 6 }}
    resources:
      {{- toYaml .Values.resources | nindent 6 }}
    volumeMounts:
      - name: tmp
        mountPath: /tmp
      - name: authorities
        mountPath: /etc/kanilint/authorities
        readOnly: true
      - name: trust
        mountPath: /etc/kanilint/trust
{{- end }}
{{- end }}

{{- /* Where pods run, those of 'helm test' too. */}}
{{- define "kanilint.placing" -}}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
