// Made by Tests/Generators/field-table from argo's JSON schema; do not edit.

extension FieldTable {
    /// Every type that a manifest can hold, with its fields; `FieldTable+Reading.swift` says how it is spelled.
    static let text = """
        AWSElasticBlockStoreVolumeSource = fsType partition:int readOnly:bool volumeID!
        Affinity = nodeAffinity:NodeAffinity podAffinity:PodAffinity podAntiAffinity:PodAntiAffinity
        AppArmorProfile = localhostProfile type!
        ArchiveStrategy = none:NoneStrategy tar:TarStrategy zip:ZipStrategy
          ? none tar zip
        ArgoHTTPHeader = name! value valueFrom:HTTPHeaderSource
        Arguments = artifacts:Artifact[] parameters:Parameter[]
        Artifact = archive:ArchiveStrategy archiveLogs:bool artifactGC:ArtifactGC artifactory:ArtifactoryArtifact
          azure:AzureArtifact deleted:bool from fromExpression:expression gcs:GCSArtifact git:GitArtifact
          globalName:globalName hdfs:HDFSArtifact http:HTTPArtifact mode:int name!:parameterName optional:bool
          oss:OSSArtifact path plugin:PluginArtifact raw:RawArtifact recurseMode:bool s3:S3Artifact subPath
          ? from fromExpression
        ArtifactGC = podMetadata:Metadata serviceAccountName:subdomain strategy:ArtifactGCStrategy
        ArtifactLocation = archiveLogs:bool artifactory:ArtifactoryArtifact azure:AzureArtifact gcs:GCSArtifact
          git:GitArtifact hdfs:HDFSArtifact http:HTTPArtifact oss:OSSArtifact plugin:PluginArtifact raw:RawArtifact
          s3:S3Artifact
        ArtifactPaths = archive:ArchiveStrategy archiveLogs:bool artifactGC:ArtifactGC artifactory:ArtifactoryArtifact
          azure:AzureArtifact deleted:bool from fromExpression:expression gcs:GCSArtifact git:GitArtifact
          globalName:globalName hdfs:HDFSArtifact http:HTTPArtifact mode:int name!:parameterName optional:bool
          oss:OSSArtifact path plugin:PluginArtifact raw:RawArtifact recurseMode:bool s3:S3Artifact subPath
        ArtifactRepositoryRef = configMap key
        ArtifactoryArtifact = passwordSecret:SecretKeySelector url! usernameSecret:SecretKeySelector
        AzureArtifact = accountKeySecret:SecretKeySelector blob! container! endpoint! useSDKCreds:bool
        AzureDiskVolumeSource = cachingMode diskName! diskURI! fsType kind readOnly:bool
        AzureFileVolumeSource = readOnly:bool secretName! shareName!
        Backoff = cap:duration duration:duration factor:intOrVariable maxDuration:duration
        BasicAuth = passwordSecret:SecretKeySelector usernameSecret:SecretKeySelector
        CSIVolumeSource = driver! fsType nodePublishSecretRef:LocalObjectReference readOnly:bool
          volumeAttributes:string{}
        Cache = configMap!:LocalObjectReference
        Capabilities = add:string[] drop:string[]
        CephFSVolumeSource = monitors!:string[] path readOnly:bool secretFile secretRef:LocalObjectReference user
        CinderVolumeSource = fsType readOnly:bool secretRef:LocalObjectReference volumeID!
        ClientCertAuth = clientCertSecret:SecretKeySelector clientKeySecret:SecretKeySelector
        ClusterTrustBundleProjection = labelSelector:LabelSelector name optional:bool path! signerName
        ClusterWorkflowTemplate = apiVersion kind metadata:ObjectMeta spec!:WorkflowSpec
        ConfigMapEnvSource = name optional:bool
        ConfigMapKeySelector = key! name optional:bool
        ConfigMapProjection = items:KeyToPath[] name optional:bool
        ConfigMapVolumeSource = defaultMode:int items:KeyToPath[] name optional:bool
        Container = args:string[] command:string[] env:EnvVar[] envFrom:EnvFromSource[] image!
          imagePullPolicy:PullPolicy lifecycle:Lifecycle livenessProbe:Probe name ports:ContainerPort[]
          readinessProbe:Probe resizePolicy:ContainerResizePolicy[] resources:ResourceRequirements restartPolicy
          restartPolicyRules:ContainerRestartRule[] securityContext:SecurityContext startupProbe:Probe stdin:bool
          stdinOnce:bool terminationMessagePath terminationMessagePolicy:TerminationMessagePolicy tty:bool
          volumeDevices:VolumeDevice[] volumeMounts:VolumeMount[] workingDir
        ContainerNode = args:string[] command:string[] dependencies:string[] env:EnvVar[] envFrom:EnvFromSource[] image
          imagePullPolicy:PullPolicy lifecycle:Lifecycle livenessProbe:Probe name!:label ports:ContainerPort[]
          readinessProbe:Probe resizePolicy:ContainerResizePolicy[] resources:ResourceRequirements restartPolicy
          restartPolicyRules:ContainerRestartRule[] securityContext:SecurityContext startupProbe:Probe stdin:bool
          stdinOnce:bool terminationMessagePath terminationMessagePolicy:TerminationMessagePolicy tty:bool
          volumeDevices:VolumeDevice[] volumeMounts:VolumeMount[] workingDir
        ContainerPort = containerPort!:int hostIP hostPort:int name:portName protocol:Protocol
        ContainerResizePolicy = resourceName! restartPolicy!
        ContainerRestartRule = action! exitCodes:ContainerRestartRuleOnExitCodes
        ContainerRestartRuleOnExitCodes = operator! values:int[]
        ContainerSetRetryStrategy = duration:goDuration retries!:intOrVariable
        ContainerSetTemplate = containers!:ContainerNode[] retryStrategy:ContainerSetRetryStrategy
          volumeMounts:VolumeMount[]
        ContinueOn = error:bool failed:bool
        Counter = value!
        CreateS3BucketOptions = objectLocking:bool
        CronWorkflow = apiVersion kind metadata:ObjectMeta spec!:CronWorkflowSpec status:any
        CronWorkflowSpec = concurrencyPolicy:ConcurrencyPolicy failedJobsHistoryLimit:int schedule~:schedule
          schedules:schedule[] startingDeadlineSeconds:int stopStrategy:StopStrategy successfulJobsHistoryLimit:int
          suspend:bool timezone when workflowMetadata:ObjectMeta workflowSpec!:WorkflowSpec
          ! schedules schedule
        DAGTask = arguments:Arguments continueOn:ContinueOn dependencies:string[] depends hooks:LifecycleHook{}
          inline:Template name!:fieldName onExit template templateRef:TemplateRef when withItems:any[] withParam
          withSequence:Sequence
          ? template templateRef inline
        DAGTemplate = failFast:bool target tasks!:DAGTask[]
        Data = source!:DataSource transformation!:TransformationStep[]
        DataSource = artifactPaths:ArtifactPaths
        DownwardAPIProjection = items:DownwardAPIVolumeFile[]
        DownwardAPIVolumeFile = fieldRef:ObjectFieldSelector mode:int path! resourceFieldRef:ResourceFieldSelector
        DownwardAPIVolumeSource = defaultMode:int items:DownwardAPIVolumeFile[]
        EmptyDirVolumeSource = medium sizeLimit:quantity
        EnvFromSource = configMapRef:ConfigMapEnvSource prefix secretRef:SecretEnvSource
        EnvVar = name! value valueFrom:EnvVarSource
          ? value valueFrom
        EnvVarSource = configMapKeyRef:ConfigMapKeySelector fieldRef:ObjectFieldSelector fileKeyRef:FileKeySelector
          resourceFieldRef:ResourceFieldSelector secretKeyRef:SecretKeySelector
          ! configMapKeyRef fieldRef fileKeyRef resourceFieldRef secretKeyRef
        EphemeralVolumeSource = volumeClaimTemplate:PersistentVolumeClaimTemplate
        ExecAction = command:string[]
        ExecutorConfig = serviceAccountName:subdomain
        ExecutorPlugin = metadata!:ObjectMeta spec!:ExecutorPluginSpec
        ExecutorPluginSidecar = automountServiceAccountToken:bool container!:Container
        ExecutorPluginSpec = sidecar!:ExecutorPluginSidecar
        FCVolumeSource = fsType lun:int readOnly:bool targetWWNs:string[] wwids:string[]
        FileKeySelector = key! optional:bool path! volumeName!
        FlexVolumeSource = driver! fsType options:string{} readOnly:bool secretRef:LocalObjectReference
        FlockerVolumeSource = datasetName datasetUUID
        GCEPersistentDiskVolumeSource = fsType partition:int pdName! readOnly:bool
        GCSArtifact = bucket key! serviceAccountKeySecret:SecretKeySelector
        GRPCAction = port!:int service
        Gauge = operation:GaugeOperation realtime:bool value!
        GitArtifact = branch depth:int disableSubmodules:bool fetch:string[] insecureIgnoreHostKey:bool
          insecureSkipTLS:bool passwordSecret:SecretKeySelector repo! revision singleBranch:bool
          sshPrivateKeySecret:SecretKeySelector usernameSecret:SecretKeySelector
        GitRepoVolumeSource = directory repository! revision
        GlusterfsVolumeSource = endpoints! path! readOnly:bool
        HDFSArtifact = addresses:string[] dataTransferProtection force:bool hdfsUser krbCCacheSecret:SecretKeySelector
          krbConfigConfigMap:ConfigMapKeySelector krbKeytabSecret:SecretKeySelector krbRealm krbServicePrincipalName
          krbUsername path!
        HTTP = body bodyFrom:HTTPBodySource headers:ArgoHTTPHeader[] insecureSkipVerify:bool method
          successCondition:expression timeoutSeconds:int url!
        HTTPArtifact = auth:HTTPAuth headers:Header[] saveStreamViaFile:bool url!
        HTTPAuth = basicAuth:BasicAuth clientCert:ClientCertAuth oauth2:OAuth2Auth
        HTTPBodySource = bytes
        HTTPGetAction = host httpHeaders:HTTPHeader[] path port!:intOrString scheme:Scheme
        HTTPHeader = name! value!
        HTTPHeaderSource = secretKeyRef:SecretKeySelector
        Header = name! value!
        Histogram = buckets!:number[] value!
        HostAlias = hostnames:string[] ip!
        HostPathVolumeSource = path! type
        ISCSIVolumeSource = chapAuthDiscovery:bool chapAuthSession:bool fsType initiatorName iqn! iscsiInterface
          lun!:int portals:string[] readOnly:bool secretRef:LocalObjectReference targetPortal!
        ImageVolumeSource = pullPolicy reference
        Inputs = artifacts:Artifact[] parameters:Parameter[]
        KeyToPath = key! mode:int path!
        LabelSelector = matchExpressions:LabelSelectorRequirement[] matchLabels:labels
        LabelSelectorRequirement = key! operator!:LabelOperator values:string[]
        LabelValueFrom = expression!:expression
        Lifecycle = postStart:LifecycleHandler preStop:LifecycleHandler stopSignal
        LifecycleHandler = exec:ExecAction httpGet:HTTPGetAction sleep:SleepAction tcpSocket:TCPSocketAction
          ? exec httpGet sleep tcpSocket
        LifecycleHook = arguments:Arguments expression:expression template templateRef:TemplateRef
          ? template templateRef
        LocalObjectReference = name
        ManifestFrom = artifact!:Artifact
        Memoize = cache!:Cache key! maxAge!:goDuration
        Metadata = annotations:annotations labels:labels
        MetricLabel = key! value!
        Metrics = prometheus!:Prometheus[]
        Mutex = database:bool name namespace
        NFSVolumeSource = path! readOnly:bool server!
        NodeAffinity = preferredDuringSchedulingIgnoredDuringExecution:PreferredSchedulingTerm[]
          requiredDuringSchedulingIgnoredDuringExecution:NodeSelector
        NodeSelector = nodeSelectorTerms!:NodeSelectorTerm[]
        NodeSelectorRequirement = key! operator!:NodeOperator values:string[]
        NodeSelectorTerm = matchExpressions:NodeSelectorRequirement[] matchFields:NodeSelectorRequirement[]
        NoneStrategy =
        OAuth2Auth = clientIDSecret:SecretKeySelector clientSecretSecret:SecretKeySelector
          endpointParams:OAuth2EndpointParam[] scopes:string[] tokenURLSecret:SecretKeySelector
        OAuth2EndpointParam = key! value
        OSSArtifact = accessKeySecret:SecretKeySelector bucket createBucketIfNotPresent:bool endpoint key!
          lifecycleRule:OSSLifecycleRule secretKeySecret:SecretKeySelector securityToken useSDKCreds:bool
        OSSLifecycleRule = markDeletionAfterDays:int markInfrequentAccessAfterDays:int
        ObjectFieldSelector = apiVersion fieldPath!
        ObjectMeta = annotations:annotations creationTimestamp:time deletionGracePeriodSeconds:int
          deletionTimestamp:time finalizers:string[] generateName:namePrefix generation:int labels:labels
          managedFields:any name:subdomain namespace:label ownerReferences:OwnerReference[] resourceVersion selfLink uid
        Outputs = artifacts:Artifact[] exitCode parameters:Parameter[] result
        OwnerReference = apiVersion! blockOwnerDeletion:bool controller:bool kind! name! uid!
        Parameter = default:anyString description enum:anyString[] globalName:globalName name!:parameterName
          value:anyString valueFrom:ValueFrom
        PersistentVolumeClaim = apiVersion kind metadata:ObjectMeta spec:PersistentVolumeClaimSpec status:any
        PersistentVolumeClaimSpec = accessModes:AccessMode[] dataSource:TypedLocalObjectReference
          dataSourceRef:TypedObjectReference resources:VolumeResourceRequirements selector:LabelSelector
          storageClassName volumeAttributesClassName volumeMode:VolumeMode volumeName
        PersistentVolumeClaimTemplate = metadata:ObjectMeta spec!:PersistentVolumeClaimSpec
        PersistentVolumeClaimVolumeSource = claimName! readOnly:bool
        PhotonPersistentDiskVolumeSource = fsType pdID!
        PluginArtifact = configuration connectionTimeoutSeconds:int key! name
        PodAffinity = preferredDuringSchedulingIgnoredDuringExecution:WeightedPodAffinityTerm[]
          requiredDuringSchedulingIgnoredDuringExecution:PodAffinityTerm[]
        PodAffinityTerm = labelSelector:LabelSelector matchLabelKeys:string[] mismatchLabelKeys:string[]
          namespaceSelector:LabelSelector namespaces:string[] topologyKey!
        PodAntiAffinity = preferredDuringSchedulingIgnoredDuringExecution:WeightedPodAffinityTerm[]
          requiredDuringSchedulingIgnoredDuringExecution:PodAffinityTerm[]
        PodCertificateProjection = certificateChainPath credentialBundlePath keyPath keyType! maxExpirationSeconds:int
          signerName! userAnnotations:string{}
        PodDNSConfig = nameservers:string[] options:PodDNSConfigOption[] searches:string[]
        PodDNSConfigOption = name value
        PodDisruptionBudgetSpec = maxUnavailable:intOrString minAvailable:intOrString selector:LabelSelector
          unhealthyPodEvictionPolicy
        PodGC = deleteDelayDuration:goDuration labelSelector:LabelSelector strategy:PodGCStrategy
        PodResourceClaim = name! resourceClaimName resourceClaimTemplateName
        PodSecurityContext = appArmorProfile:AppArmorProfile fsGroup:int fsGroupChangePolicy runAsGroup:int
          runAsNonRoot:bool runAsUser:int seLinuxChangePolicy seLinuxOptions:SELinuxOptions
          seccompProfile:SeccompProfile supplementalGroups:int[] supplementalGroupsPolicy sysctls:Sysctl[]
          windowsOptions:WindowsSecurityContextOptions
        PortworxVolumeSource = fsType readOnly:bool volumeID!
        PreferredSchedulingTerm = preference!:NodeSelectorTerm weight!:int
        Probe = exec:ExecAction failureThreshold:int grpc:GRPCAction httpGet:HTTPGetAction initialDelaySeconds:int
          periodSeconds:int successThreshold:int tcpSocket:TCPSocketAction terminationGracePeriodSeconds:int
          timeoutSeconds:int
          ? exec grpc httpGet tcpSocket
        ProjectedVolumeSource = defaultMode:int sources:VolumeProjection[]
        Prometheus = counter:Counter gauge:Gauge help! histogram:Histogram labels:MetricLabel[] name! when
          ! counter gauge histogram
        QuobyteVolumeSource = group readOnly:bool registry! tenant user volume!
        RBDVolumeSource = fsType image! keyring monitors!:string[] pool readOnly:bool secretRef:LocalObjectReference
          user
        RawArtifact = data!
        ResourceClaim = name! request
        ResourceFieldSelector = containerName divisor:quantity resource!
        ResourceRequirements = claims:ResourceClaim[] limits:quantity{} requests:quantity{}
        ResourceTemplate = action!:ResourceAction failureCondition flags:string[] manifest manifestFrom:ManifestFrom
          mergeStrategy:MergeStrategy setOwnerReference:bool successCondition
          ? manifest manifestFrom
        RetryAffinity = nodeAntiAffinity:RetryNodeAntiAffinity
        RetryNodeAntiAffinity =
        RetryStrategy = affinity:RetryAffinity backoff:Backoff expression:expression limit:intOrVariable
          retryPolicy:RetryPolicy
        S3Artifact = accessKeySecret:SecretKeySelector addressingStyle bucket caSecret:SecretKeySelector
          createBucketIfNotPresent:CreateS3BucketOptions encryptionOptions:S3EncryptionOptions endpoint insecure:bool
          key region roleARN secretKeySecret:SecretKeySelector sessionTokenSecret:SecretKeySelector useSDKCreds:bool
        S3EncryptionOptions = enableEncryption:bool kmsEncryptionContext kmsKeyId
          serverSideCustomerKeySecret:SecretKeySelector
        SELinuxOptions = level role type user
        ScaleIOVolumeSource = fsType gateway! protectionDomain readOnly:bool secretRef!:LocalObjectReference
          sslEnabled:bool storageMode storagePool system! volumeName
        ScriptTemplate = args:string[] command:string[] env:EnvVar[] envFrom:EnvFromSource[] image!
          imagePullPolicy:PullPolicy lifecycle:Lifecycle livenessProbe:Probe name ports:ContainerPort[]
          readinessProbe:Probe resizePolicy:ContainerResizePolicy[] resources:ResourceRequirements restartPolicy
          restartPolicyRules:ContainerRestartRule[] securityContext:SecurityContext source! startupProbe:Probe
          stdin:bool stdinOnce:bool terminationMessagePath terminationMessagePolicy:TerminationMessagePolicy tty:bool
          volumeDevices:VolumeDevice[] volumeMounts:VolumeMount[] workingDir
        SeccompProfile = localhostProfile type!:SeccompType
        SecretEnvSource = name optional:bool
        SecretKeySelector = key! name optional:bool
        SecretProjection = items:KeyToPath[] name optional:bool
        SecretVolumeSource = defaultMode:int items:KeyToPath[] optional:bool secretName
        SecurityContext = allowPrivilegeEscalation:bool appArmorProfile:AppArmorProfile capabilities:Capabilities
          privileged:bool procMount readOnlyRootFilesystem:bool runAsGroup:int runAsNonRoot:bool runAsUser:int
          seLinuxOptions:SELinuxOptions seccompProfile:SeccompProfile windowsOptions:WindowsSecurityContextOptions
        SemaphoreRef = configMapKeyRef:ConfigMapKeySelector database:SyncDatabaseRef namespace
          ! configMapKeyRef database
        Sequence = count:intOrVariable end:intOrVariable format start:intOrVariable
        ServiceAccountTokenProjection = audience expirationSeconds:int path!
        SleepAction = seconds!:int
        StopStrategy = expression!:expression
        StorageOSVolumeSource = fsType readOnly:bool secretRef:LocalObjectReference volumeName volumeNamespace
        SuppliedValueFrom =
        SuspendTemplate = duration:duration
        SyncDatabaseRef = key!
        Synchronization = mutex~:Mutex mutexes:Mutex[] semaphore~:SemaphoreRef semaphores:SemaphoreRef[]
        Sysctl = name! value!
        TCPSocketAction = host port!:intOrString
        TTLStrategy = secondsAfterCompletion:int secondsAfterFailure:int secondsAfterSuccess:int
        TarStrategy = compressionLevel:int
        Template = activeDeadlineSeconds:intOrVariable affinity:Affinity annotations:annotations
          archiveLocation:ArtifactLocation automountServiceAccountToken:bool container:Container
          containerSet:ContainerSetTemplate daemon:bool dag:DAGTemplate data:Data executor:ExecutorConfig failFast:bool
          hostAliases:HostAlias[] http:HTTP initContainers:UserContainer[] inputs:Inputs memoize:Memoize
          metadata:Metadata metrics:Metrics name:fieldName nodeSelector:labels outputs:Outputs parallelism:int
          pendingTimeout:goDuration plugin:object podResources:ResourceRequirements podSpecPatch priority~:int
          priorityClassName resource:ResourceTemplate resourceClaims:PodResourceClaim[] retryStrategy:RetryStrategy
          schedulerName script:ScriptTemplate securityContext:PodSecurityContext serviceAccountName:subdomain
          sidecars:UserContainer[] steps:WorkflowStep[][] suspend:SuspendTemplate synchronization:Synchronization
          timeout:goDuration tolerations:Toleration[] volumes:Volume[]
          ! container containerSet steps script resource dag suspend data http plugin
        TemplateRef = clusterScope:bool name template
        Toleration = effect:TaintEffect key operator:TolerationOperator tolerationSeconds:int value
        TransformationStep = expression!:expression
        TypedLocalObjectReference = apiGroup kind! name!
        TypedObjectReference = apiGroup kind! name! namespace
        UserContainer = args:string[] command:string[] env:EnvVar[] envFrom:EnvFromSource[] image
          imagePullPolicy:PullPolicy lifecycle:Lifecycle livenessProbe:Probe mirrorVolumeMounts:bool name!:label
          ports:ContainerPort[] readinessProbe:Probe resizePolicy:ContainerResizePolicy[] resources:ResourceRequirements
          restartPolicy restartPolicyRules:ContainerRestartRule[] securityContext:SecurityContext startupProbe:Probe
          stdin:bool stdinOnce:bool terminationMessagePath terminationMessagePolicy:TerminationMessagePolicy tty:bool
          volumeDevices:VolumeDevice[] volumeMounts:VolumeMount[] workingDir
        ValueFrom = configMapKeyRef:ConfigMapKeySelector default:anyString event:expression expression:expression
          jqFilter jsonPath parameter path supplied:SuppliedValueFrom
        Volume = awsElasticBlockStore:AWSElasticBlockStoreVolumeSource azureDisk:AzureDiskVolumeSource
          azureFile:AzureFileVolumeSource cephfs:CephFSVolumeSource cinder:CinderVolumeSource
          configMap:ConfigMapVolumeSource csi:CSIVolumeSource downwardAPI:DownwardAPIVolumeSource
          emptyDir:EmptyDirVolumeSource ephemeral:EphemeralVolumeSource fc:FCVolumeSource flexVolume:FlexVolumeSource
          flocker:FlockerVolumeSource gcePersistentDisk:GCEPersistentDiskVolumeSource gitRepo:GitRepoVolumeSource
          glusterfs:GlusterfsVolumeSource hostPath:HostPathVolumeSource image:ImageVolumeSource iscsi:ISCSIVolumeSource
          name!:label nfs:NFSVolumeSource persistentVolumeClaim:PersistentVolumeClaimVolumeSource
          photonPersistentDisk:PhotonPersistentDiskVolumeSource portworxVolume:PortworxVolumeSource
          projected:ProjectedVolumeSource quobyte:QuobyteVolumeSource rbd:RBDVolumeSource scaleIO:ScaleIOVolumeSource
          secret:SecretVolumeSource storageos:StorageOSVolumeSource vsphereVolume:VsphereVirtualDiskVolumeSource
          ? awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir ephemeral fc
          & flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image iscsi nfs persistentVolumeClaim
          & photonPersistentDisk portworxVolume projected quobyte rbd scaleIO secret storageos vsphereVolume
        VolumeClaimGC = strategy:VolumeClaimGCStrategy
        VolumeDevice = devicePath! name!
        VolumeMount = mountPath! mountPropagation:MountPropagation name!:label readOnly:bool recursiveReadOnly subPath
          subPathExpr
        VolumeProjection = clusterTrustBundle:ClusterTrustBundleProjection configMap:ConfigMapProjection
          downwardAPI:DownwardAPIProjection podCertificate:PodCertificateProjection secret:SecretProjection
          serviceAccountToken:ServiceAccountTokenProjection
          ? clusterTrustBundle configMap downwardAPI podCertificate secret serviceAccountToken
        VolumeResourceRequirements = limits:quantity{} requests:quantity{}
        VsphereVirtualDiskVolumeSource = fsType storagePolicyID storagePolicyName volumePath!
        WeightedPodAffinityTerm = podAffinityTerm!:PodAffinityTerm weight!:int
        WindowsSecurityContextOptions = gmsaCredentialSpec gmsaCredentialSpecName hostProcess:bool runAsUserName
        Workflow = apiVersion kind metadata:ObjectMeta spec!:WorkflowSpec status:any
        WorkflowLevelArtifactGC = forceFinalizerRemoval:bool podMetadata:Metadata podSpecPatch
          serviceAccountName:subdomain strategy:ArtifactGCStrategy
        WorkflowMetadata = annotations:annotations labels:labels labelsFrom:LabelValueFrom{}
        WorkflowSpec = activeDeadlineSeconds:int affinity:Affinity archiveLogs:bool arguments:Arguments
          artifactGC:WorkflowLevelArtifactGC artifactRepositoryRef:ArtifactRepositoryRef
          automountServiceAccountToken:bool dnsConfig:PodDNSConfig dnsPolicy:DNSPolicy entrypoint
          executor:ExecutorConfig executorPlugins:ExecutorPlugin[] hooks:LifecycleHook{} hostAliases:HostAlias[]
          hostNetwork:bool imagePullSecrets:LocalObjectReference[] metrics:Metrics nodeSelector:labels onExit
          parallelism:int podDisruptionBudget:PodDisruptionBudgetSpec podGC:PodGC podMetadata:Metadata podPriority~:int
          podPriorityClassName podResources:ResourceRequirements podSpecPatch priority:int
          resourceClaims:PodResourceClaim[] retryStrategy:RetryStrategy schedulerName securityContext:PodSecurityContext
          serviceAccountName:subdomain shutdown suspend:bool synchronization:Synchronization templateDefaults:Template
          templates:Template[] tolerations:Toleration[] ttlStrategy:TTLStrategy volumeClaimGC:VolumeClaimGC
          volumeClaimTemplates:PersistentVolumeClaim[] volumes:Volume[] workflowMetadata:WorkflowMetadata
          workflowTemplateRef:WorkflowTemplateRef
        WorkflowStep = arguments:Arguments continueOn:ContinueOn hooks:LifecycleHook{} inline:Template name!:fieldName
          onExit template templateRef:TemplateRef when withItems:any[] withParam withSequence:Sequence
          ? template templateRef inline
        WorkflowTemplate = apiVersion kind metadata:ObjectMeta spec!:WorkflowSpec
        WorkflowTemplateRef = clusterScope:bool name
        ZipStrategy =
        AccessMode | ReadWriteOnce ReadOnlyMany ReadWriteMany ReadWriteOncePod
        ArtifactGCStrategy | OnWorkflowCompletion OnWorkflowDeletion Never
        ConcurrencyPolicy | Allow Forbid Replace
        DNSPolicy | ClusterFirstWithHostNet ClusterFirst Default None
        GaugeOperation | Set Add Sub
        LabelOperator | In NotIn Exists DoesNotExist
        MergeStrategy | strategic merge json
        MountPropagation | None HostToContainer Bidirectional
        NodeOperator | In NotIn Exists DoesNotExist Gt Lt
        PodGCStrategy | OnPodCompletion OnPodSuccess OnWorkflowCompletion OnWorkflowSuccess
        Protocol | TCP UDP SCTP
        PullPolicy | Always Never IfNotPresent
        ResourceAction | get create apply delete replace patch
        RetryPolicy | Always OnFailure OnError OnTransientError
        Scheme | HTTP HTTPS
        SeccompType | Localhost RuntimeDefault Unconfined
        TaintEffect | NoSchedule PreferNoSchedule NoExecute
        TerminationMessagePolicy | File FallbackToLogsOnError
        TolerationOperator | Exists Equal Lt Gt
        VolumeClaimGCStrategy | OnWorkflowCompletion OnWorkflowSuccess
        VolumeMode | Block Filesystem
        """
}
